import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/paraglide/runtime.js'
import type { Context } from '#app/people/context.server.ts'
import type { EditRevisionRefusal, RevisionSaved } from '#app/plan/edit-revision.server.ts'
import { addRevisedService, moveLineOn, removeRevisedService, saveRevision } from '#app/plan/edit-revision.server.ts'
import type { RevisionRow } from '#app/plan/revision-store.server.ts'
import { mostUnits } from '#app/plan/rules/revised-lines.ts'
import { readUnits, reasonField, unitsField } from '#app/plan/rules/revision-fields.ts'
import { revisionValues } from '#app/plan/rules/revision-fields.ts'
import { reopenRevision, sealRevision } from '#app/plan/seal-revision.server.ts'
import { problemTexts } from '#app/plan/ui/revision-words.ts'
import { readText } from '#app/platform/http/autosave.server.ts'
import type { Result } from '#app/platform/result.ts'

type Conflict = { version: number; by: string | null; at: string; values: Record<string, string> }
export type RevisionFormAnswer =
  | { kind: 'saved'; saved: RevisionSaved }
  | { kind: 'done'; to: string; title: string }
  | { kind: 'conflict'; conflict: Conflict }
  | { kind: 'again'; errors: { field: string; text: string }[]; status: number }
  | { kind: 'not-found' }

type Asked = { draft: RevisionRow; form: FormData; version: number; locale: Locale }

/** Saves what was typed, then does what the button says: nothing more, add, take off, move on, or offer for signing. */
export async function answerRevisionForm(ctx: Context, asked: Asked): Promise<RevisionFormAnswer> {
  const { draft, form, version } = asked
  const { planId, childId } = draft
  const here = `/municipality/families/${childId}/revisions/${planId}`
  const [intent = '', serviceId = ''] = readText(form, 'intent').split(':')
  if (intent === 'reopen') {
    const reopened = await reopenRevision(ctx, { planId })
    if (reopened.ok) return { kind: 'done', to: here, title: m.revision_edit_reopened() }
    return reopened.refusal.kind === 'not-found' ? { kind: 'not-found' } : refused(asked, { kind: 'not-a-draft' })
  }
  const saved = await saveRevision(ctx, {
    planId,
    editVersion: version,
    reason: readText(form, 'reason'),
    lines: linesOf(asked),
  })
  if (!saved.ok) return refused(asked, saved.refusal)
  const { editVersion } = saved.value
  switch (intent) {
    case 'autosave':
      return { kind: 'saved', saved: saved.value }
    case 'seal':
      return seal(ctx, asked, editVersion)
    case 'remove':
      return edited(
        asked,
        here,
        m.revision_edit_saved(),
        await removeRevisedService(ctx, { planId, editVersion, serviceId }),
      )
    case 'move': {
      const moved = await moveLineOn(ctx, { planId, editVersion, serviceId, why: readText(form, 'moveWhy') })
      return edited(asked, here, m.revision_move_done(), moved, 'moveWhy')
    }
    case 'add': {
      const added = { serviceId: readText(form, 'addService'), units: readUnits(readText(form, 'addUnits')) }
      const result = await addRevisedService(ctx, { planId, editVersion, ...added, why: readText(form, 'addWhy') })
      return edited(asked, here, m.revision_edit_saved(), result, 'addWhy')
    }
    default:
      return { kind: 'done', to: here, title: m.revision_edit_saved() }
  }
}

/** The lines that the form names; one whose field is missing stays as it is. */
function linesOf({ draft, form }: Asked) {
  return draft.lines
    .filter(({ serviceId }) => form.has(unitsField(serviceId)))
    .map(({ serviceId }) => ({
      serviceId,
      units: readUnits(readText(form, unitsField(serviceId))),
      reason: readText(form, reasonField(serviceId)),
    }))
}

async function seal(ctx: Context, { draft, locale }: Asked, editVersion: number): Promise<RevisionFormAnswer> {
  const sealed = await sealRevision(ctx, { planId: draft.planId, editVersion })
  if (sealed.ok) return { kind: 'done', to: `/plans/${draft.planId}`, title: m.revision_edit_sealed() }
  const { refusal } = sealed
  const again = (text: string, field = ''): RevisionFormAnswer => ({
    kind: 'again',
    errors: [{ field, text }],
    status: 422,
  })
  switch (refusal.kind) {
    case 'not-found':
      return { kind: 'not-found' }
    case 'not-a-draft':
      return again(m.revision_edit_closed())
    case 'changed-meanwhile':
      return again(m.revision_problem_conflict())
    case 'outdated':
      return again(m.revision_problem_outdated())
    case 'whole-reason-needed':
      return again(m.revision_problem_whole(), 'reason')
    case 'problems':
      return { kind: 'again', errors: problemTexts(refusal.problems, draft.lines, locale), status: 422 }
  }
}

function edited(
  asked: Asked,
  to: string,
  title: string,
  result: Result<RevisionSaved, EditRevisionRefusal>,
  reasonIn = '',
): RevisionFormAnswer {
  return result.ok ? { kind: 'done', to, title } : refused(asked, result.refusal, reasonIn)
}

function refused({ draft, locale }: Asked, refusal: EditRevisionRefusal, reasonIn = ''): RevisionFormAnswer {
  const again = (text: string, field: string, status: number): RevisionFormAnswer => ({
    kind: 'again',
    errors: [{ field, text }],
    status,
  })
  switch (refusal.kind) {
    case 'not-found':
      return { kind: 'not-found' }
    case 'not-a-draft':
      return again(m.revision_edit_closed(), '', 409)
    case 'conflict': {
      const { now } = refusal
      const at = now.editedAt ?? new Date(0).toISOString()
      const conflict = { version: now.editVersion, by: now.editedBy, at, values: revisionValues(now) }
      return { kind: 'conflict', conflict }
    }
    case 'units-not-whole': {
      const isListed = draft.lines.some(({ serviceId }) => serviceId === refusal.serviceId)
      if (isListed) return { kind: 'again', errors: problemTexts([refusal], draft.lines, locale), status: 400 }
      const text = m.revision_problem_units({ name: m.revision_add_units(), most: mostUnits })
      return again(text, 'addUnits', 400)
    }
    case 'service-not-free':
      return again(m.revision_problem_service(), 'addService', 422)
    case 'reason-needed':
      return again(m.revision_error_reason(), reasonIn, 400)
    case 'nothing-free':
      return again(m.revision_move_nothing(), '', 409)
  }
}
