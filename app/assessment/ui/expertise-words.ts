import type { Chapter, ExpertTextProblem, MissingFromExpert, Qualifier } from '#app/assessment/rules/functioning.ts'
import { chapters, qualifierRange } from '#app/assessment/rules/functioning.ts'
import { m } from '#app/paraglide/messages.js'

const names: Readonly<Record<Chapter, { name: () => string; hint: () => string }>> = {
  d1: { name: m.expertise_chapter_d1, hint: m.expertise_chapter_d1_hint },
  d2: { name: m.expertise_chapter_d2, hint: m.expertise_chapter_d2_hint },
  d3: { name: m.expertise_chapter_d3, hint: m.expertise_chapter_d3_hint },
  d4: { name: m.expertise_chapter_d4, hint: m.expertise_chapter_d4_hint },
  d5: { name: m.expertise_chapter_d5, hint: m.expertise_chapter_d5_hint },
  d6: { name: m.expertise_chapter_d6, hint: m.expertise_chapter_d6_hint },
  d7: { name: m.expertise_chapter_d7, hint: m.expertise_chapter_d7_hint },
  d8: { name: m.expertise_chapter_d8, hint: m.expertise_chapter_d8_hint },
  d9: { name: m.expertise_chapter_d9, hint: m.expertise_chapter_d9_hint },
  b1: { name: m.expertise_chapter_b1, hint: m.expertise_chapter_b1_hint },
  b2: { name: m.expertise_chapter_b2, hint: m.expertise_chapter_b2_hint },
  b3: { name: m.expertise_chapter_b3, hint: m.expertise_chapter_b3_hint },
  b4: { name: m.expertise_chapter_b4, hint: m.expertise_chapter_b4_hint },
  b5: { name: m.expertise_chapter_b5, hint: m.expertise_chapter_b5_hint },
  b6: { name: m.expertise_chapter_b6, hint: m.expertise_chapter_b6_hint },
  b7: { name: m.expertise_chapter_b7, hint: m.expertise_chapter_b7_hint },
  b8: { name: m.expertise_chapter_b8, hint: m.expertise_chapter_b8_hint },
}

/** A chapter as people call it, with its code: "d5 Pašaprūpe". */
export function chapterText(code: Chapter): string {
  return `${code} ${names[code].name()}`
}

export function chapterHint(code: Chapter): string {
  return names[code].hint()
}

export function qualifierWord(qualifier: Qualifier): string {
  switch (qualifier) {
    case 0:
      return m.expertise_q0()
    case 1:
      return m.expertise_q1()
    case 2:
      return m.expertise_q2()
    case 3:
      return m.expertise_q3()
    case 4:
      return m.expertise_q4()
  }
}

export function rangeText(qualifier: Qualifier): string {
  return m.expertise_q_range(qualifierRange[qualifier])
}

/** `2 – mērena (25–49 %)`, or that it is not rated. */
export function qualifierText(qualifier: Qualifier | null): string {
  if (qualifier === null) return m.expertise_q_none()
  return m.expertise_q_full({ number: qualifier, word: qualifierWord(qualifier), range: rangeText(qualifier) })
}

/** A form's field in words: "d5 Pašaprūpe: Kas bērnam vajadzīgs". */
export function fieldText(field: string): string {
  const [code, part] = field.split('.')
  const chapter = chapters.find((known) => known === code)
  if (chapter === undefined) {
    return field === 'strengths'
      ? m.expertise_strengths()
      : field === 'needs'
        ? m.expertise_needs()
        : m.expertise_conclusion()
  }
  return `${chapterText(chapter)}: ${part === 'qualifier' ? m.expertise_q_label() : part === 'strength' ? m.expertise_strength() : m.expertise_need()}`
}

export type FieldProblem = { field: string; text: string }

export function expertProblemText(problem: ExpertTextProblem): FieldProblem {
  switch (problem.problem) {
    case 'unknown-chapter':
      return { field: '', text: m.expertise_error_chapter({ code: problem.code.slice(0, 10) }) }
    case 'chapter-twice':
      return { field: '', text: m.expertise_error_chapter_twice({ code: problem.code }) }
    case 'unknown-qualifier': {
      const chapter = chapters.find((known) => known === problem.code)
      const text = m.expertise_error_qualifier({ chapter: chapter === undefined ? problem.code : chapterText(chapter) })
      return { field: `${problem.code}.qualifier`, text }
    }
    case 'too-long': {
      const { field, longest } = problem
      return { field, text: m.expertise_error_long({ field: fieldText(field), longest }) }
    }
  }
}

export function missingText(missing: MissingFromExpert): FieldProblem {
  return missing === 'no-conclusion'
    ? { field: 'conclusion', text: m.expertise_missing_conclusion() }
    : { field: 'd1.qualifier', text: m.expertise_missing_chapter() }
}
