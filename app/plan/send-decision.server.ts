import { data } from 'react-router'
import type { Context } from '#app/people/context.server.ts'
import { writeDecision } from '#app/plan/write-decision.server.ts'

/** Answers a request for the decision as a file, in the language that its address asks for; 404 for whom it is not. */
export async function sendDecision(
  ctx: Context,
  request: Request,
  plan: { planId: string; childId?: string },
): Promise<Response> {
  const language = new URL(request.url).searchParams.get('language') === 'en' ? 'en' : 'lv'
  const file = await writeDecision(ctx, { ...plan, language })
  if (!file.ok) throw data(null, { status: 404 })
  return new Response(new Uint8Array(file.value.pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${file.value.name}"`,
      'Cache-Control': 'no-store',
    },
  })
}
