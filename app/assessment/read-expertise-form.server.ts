import type { SentExpertText } from '#app/assessment/rules/functioning.ts'
import { readText } from '#app/platform/http/autosave.server.ts'

const fieldOfChapter = /^([a-z]\w{0,5})\.(qualifier|strength|need)$/

/** What an expert sent, as it came: the rule decides what of it makes sense. */
export function readExpertiseForm(form: FormData): SentExpertText {
  const codes = new Set<string>()
  for (const name of form.keys()) {
    const code = fieldOfChapter.exec(name)?.[1]
    if (code !== undefined) codes.add(code)
  }
  return {
    findings: [...codes].map((code) => ({
      code,
      qualifier: readQualifier(readText(form, `${code}.qualifier`)),
      strength: readText(form, `${code}.strength`),
      need: readText(form, `${code}.need`),
    })),
    strengths: readText(form, 'strengths'),
    needs: readText(form, 'needs'),
    conclusion: readText(form, 'conclusion'),
  }
}

/** Nothing chosen is null; anything that is no number comes out as one that no scale has. */
function readQualifier(text: string): number | null {
  return text === '' ? null : /^\d$/.test(text) ? Number(text) : -1
}
