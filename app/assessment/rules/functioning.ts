/** Activities and participation: every assessment goes through them. */
export const activityChapters = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7', 'd8', 'd9'] as const
/** Body functions: added where they explain what was found. */
export const bodyChapters = ['b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7', 'b8'] as const
export const chapters = [...activityChapters, ...bodyChapters] as const
export type Chapter = (typeof chapters)[number]

export const qualifiers = [0, 1, 2, 3, 4] as const
export type Qualifier = (typeof qualifiers)[number]

/** From which to which per cent a qualifier reaches, both included. */
export const qualifierRange: Readonly<Record<Qualifier, { from: number; to: number }>> = {
  0: { from: 0, to: 4 },
  1: { from: 5, to: 24 },
  2: { from: 25, to: 49 },
  3: { from: 50, to: 95 },
  4: { from: 96, to: 100 },
}

/** What one expert found in one chapter. */
export type Finding = { code: Chapter; qualifier: Qualifier | null; strength: string; need: string }

/** What one expert writes about a child. */
export type ExpertText = { findings: readonly Finding[]; strengths: string; needs: string; conclusion: string }

/** The same as it comes from outside: any code, any number. */
export type SentExpertText = Omit<ExpertText, 'findings'> & {
  findings: readonly { code: string; qualifier: number | null; strength: string; need: string }[]
}

export const longestInChapter = 2_000
export const longestOverall = 4_000

export type ExpertTextProblem =
  | { problem: 'unknown-chapter'; code: string }
  | { problem: 'chapter-twice'; code: string }
  | { problem: 'unknown-qualifier'; code: string }
  | { problem: 'too-long'; field: string; longest: number }

const isChapter = (code: string): code is Chapter => chapters.some((chapter) => chapter === code)
const isQualifier = (value: number): value is Qualifier => qualifiers.some((qualifier) => qualifier === value)

/**
 * Reads what an expert sent, or says what is wrong with it: a chapter that the classification does not have, a
 * qualifier outside 0-4, a text that is too long. Chapters with nothing in them are left out.
 *
 * Source: WHO, International Classification of Functioning, Disability and Health (ICF), first level; qualifiers are
 * the generic ones: 0 no problem (0-4 %), 1 mild (5-24 %), 2 moderate (25-49 %), 3 severe (50-95 %), 4 complete (96-100 %).
 */
export function readExpertText(
  sent: SentExpertText,
): { text: ExpertText; problems: null } | { text: null; problems: readonly ExpertTextProblem[] } {
  const problems: ExpertTextProblem[] = []
  const findings: Finding[] = []
  const seen = new Set<string>()
  for (const { code, qualifier, strength, need } of sent.findings) {
    if (seen.has(code)) problems.push({ problem: 'chapter-twice', code })
    seen.add(code)
    problems.push(...tooLong({ [`${code}.strength`]: strength, [`${code}.need`]: need }, longestInChapter))
    if (!isChapter(code)) problems.push({ problem: 'unknown-chapter', code })
    else if (qualifier !== null && !isQualifier(qualifier)) problems.push({ problem: 'unknown-qualifier', code })
    else if (qualifier !== null || strength.trim() !== '' || need.trim() !== '') {
      findings.push({ code, qualifier, strength, need })
    }
  }
  const { strengths, needs, conclusion } = sent
  problems.push(...tooLong({ strengths, needs, conclusion }, longestOverall))
  return problems.length > 0
    ? { text: null, problems }
    : { text: { findings, strengths, needs, conclusion }, problems: null }
}

function tooLong(texts: Readonly<Record<string, string>>, longest: number): ExpertTextProblem[] {
  return Object.entries(texts)
    .filter(([, text]) => text.length > longest)
    .map(([field]) => ({ problem: 'too-long', field, longest }))
}

export type MissingFromExpert = 'no-chapter-rated' | 'no-conclusion'

/** What an assessment needs before it is handed in: at least one chapter rated, and a conclusion for the others. */
export function missingFromExpert({ findings, conclusion }: ExpertText): MissingFromExpert[] {
  return [
    ...(findings.some((finding) => finding.qualifier !== null) ? [] : (['no-chapter-rated'] as const)),
    ...(conclusion.trim() === '' ? (['no-conclusion'] as const) : []),
  ]
}

/** Whether two texts say the same, whatever order their chapters come in. */
export function saysTheSame(one: ExpertText, other: ExpertText): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other))
}

function ordered({ findings, strengths, needs, conclusion }: ExpertText) {
  const byCode = findings
    .toSorted((one, other) => chapters.indexOf(one.code) - chapters.indexOf(other.code))
    .map(({ code, qualifier, strength, need }) => [code, qualifier, strength, need])
  return [byCode, strengths, needs, conclusion]
}

/** The names of the fields in which an expert writes, with what they say: the form, the answer to a save, a conflict. */
export function fieldsOfExpertText({ findings, strengths, needs, conclusion }: ExpertText): Record<string, string> {
  const fields: Record<string, string> = { strengths, needs, conclusion }
  for (const code of chapters) {
    const finding = findings.find((found) => found.code === code)
    fields[`${code}.qualifier`] = finding?.qualifier?.toString() ?? ''
    fields[`${code}.strength`] = finding?.strength ?? ''
    fields[`${code}.need`] = finding?.need ?? ''
  }
  return fields
}
