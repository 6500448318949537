import { toldText } from '#app/assessment/ui/told-words.ts'
import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/paraglide/runtime.js'
import { halfPoints } from '#app/plan/rules/explain-line.ts'
import type { DecisionBlock, DecisionDocument } from '#app/plan/rules/decision-document.ts'
import type { GoalView, PlanContent, RankedLineView } from '#app/plan/rules/plan-view.ts'
import type { DecisionFile } from '#app/plan/rules/plan-file.ts'
import { halvesText, modeText, moneyText, ownText, scoreText, unitsText } from '#app/plan/ui/plan-words.ts'
import { signatureText } from '#app/plan/ui/signature-words.ts'
import { whyText } from '#app/plan/ui/why-text.ts'
import { formatDate, formatDateRange } from '#app/platform/i18n/format.ts'
import { addCents } from '#app/platform/money.ts'

type Say = { locale: Locale }
const heading = (text: string, level: 2 | 3 = 2): DecisionBlock => ({ kind: 'heading', level, text })
const text = (words: string): DecisionBlock => ({ kind: 'text', text: words })

/** The decision about a plan in words: what was decided, why, how it was computed, who signed, how to appeal. */
export function decisionDocument({ head, content, told, signatures }: DecisionFile, locale: Locale): DecisionDocument {
  const say = { locale }
  const { municipality } = head
  return {
    language: locale,
    title: titleText(head, locale),
    issuer: [
      municipality.legalName,
      m.decision_registration({ number: municipality.registrationNo }, say),
      `${municipality.email}, ${municipality.phone}`,
    ],
    blocks: [
      ...headBlocks(head, content, say),
      ...goalBlocks(content.goals, say),
      ...fundedBlocks(content, say),
      ...unfundedBlocks(content, say),
      ...coveredBlocks(content, say),
      ...sumBlocks(content, say),
      ...howBlocks({ head, content, told }, say),
      ...signatureBlocks({ head, signatures }, say),
      ...appealBlocks(head, say),
    ],
  }
}

export function titleText(head: DecisionFile['head'], locale: Locale): string {
  if (head.decisionNumber === null || head.decisionYear === null) return m.decision_doc_title_draft({}, { locale })
  return m.decision_doc_title({ number: `${head.decisionYear}/${head.decisionNumber}` }, { locale })
}

function headBlocks(head: DecisionFile['head'], content: PlanContent, { locale }: Say): DecisionBlock[] {
  const say = { locale }
  const period = formatDateRange(head.startsOn, head.lastDay, locale)
  return [
    text(m.decision_doc_lead({ budget: moneyText(content.budget, locale), period }, say)),
    {
      kind: 'facts',
      facts: [
        { term: m.decision_fact_child({}, say), value: head.childName },
        { term: m.decision_fact_period({}, say), value: period },
        { term: m.decision_fact_version({}, say), value: m.plan_version({ version: head.version }, say) },
        {
          term: m.decision_fact_date({}, say),
          value: head.decidedOn === null ? m.decision_not_decided({}, say) : formatDate(head.decidedOn, locale, 'long'),
        },
        ...(head.reason === null || head.reason === ''
          ? []
          : [
              {
                term:
                  head.origin === 'revision'
                    ? m.decision_fact_why_revised({}, say)
                    : m.decision_fact_why_budget({}, say),
                value: head.reason,
              },
            ]),
      ],
    },
  ]
}

function goalBlocks(goals: readonly GoalView[], say: Say): DecisionBlock[] {
  if (goals.length === 0) return []
  const of = (horizon: GoalView['horizon']) => goals.filter((goal) => goal.horizon === horizon).map((goal) => goal.text)
  const parts = [
    {
      title: m.decision_goals_wishes({}, say),
      items: of('wish').map((wish) => m.plan_goal_quoted({ text: wish }, say)),
    },
    { title: m.decision_goals_long({}, say), items: of('long_term') },
    { title: m.decision_goals_short({}, say), items: of('short_term') },
  ].filter(({ items }) => items.length > 0)
  return [
    heading(m.plan_goals({}, say)),
    ...parts.flatMap(({ title, items }): DecisionBlock[] => [heading(title, 3), { kind: 'list', items }]),
  ]
}

function fundedBlocks(content: PlanContent, { locale }: Say): DecisionBlock[] {
  const say = { locale }
  const funded = content.ranked.filter((line) => line.outcome !== 'not_funded')
  const rows = [...funded, ...content.added.filter((line) => line.funded > 0)].map((line) => [
    `${line.position}. ${ownText(line.name, locale)}`,
    unitsText(line.fundedUnits, line.unit, locale),
    line.mode === null ? m.decision_any_mode({}, say) : modeText(line.mode, locale),
    moneyText(line.unitPrice, locale),
    moneyText(line.funded, locale),
  ])
  const column = (label: string, isNumeric = false) => ({ label, isNumeric })
  return [
    heading(m.decision_funded({}, say)),
    {
      kind: 'table',
      caption: m.decision_funded_caption({}, say),
      columns: [
        column(m.decision_column_service({}, say)),
        column(m.decision_column_units({}, say), true),
        column(m.decision_column_mode({}, say)),
        column(m.decision_column_price({}, say), true),
        column(m.decision_column_amount({}, say), true),
      ],
      rows,
    },
    heading(m.decision_reasons({}, say), 3),
    { kind: 'list', items: funded.map((line) => reasonText(line, content, locale)) },
    ...(content.added.length === 0
      ? []
      : [
          heading(m.decision_added({}, say), 3),
          {
            kind: 'list' as const,
            items: content.added.map(
              (line) => `${ownText(line.name, locale)}. ${line.changeReason ?? ownText(line.reason, locale)}`,
            ),
          },
        ]),
  ]
}

function unfundedBlocks(content: PlanContent, { locale }: Say): DecisionBlock[] {
  const unfunded = content.ranked.filter((line) => line.outcome === 'not_funded')
  if (unfunded.length === 0) return []
  return [
    heading(m.decision_unfunded({}, { locale })),
    { kind: 'list', items: unfunded.map((line) => reasonText(line, content, locale)) },
  ]
}

/** The service, the sentence of the plan page, and why the child needs it. */
function reasonText(line: RankedLineView, content: PlanContent, locale: Locale): string {
  const { lead, sentences } = whyText(line, content, { audience: 'staff', locale })
  return `${line.position}. ${ownText(line.name, locale)}. ${lead} ${sentences} ${m.decision_needed_for({ reason: ownText(line.reason, locale) }, { locale })}`
}

function coveredBlocks(content: PlanContent, { locale }: Say): DecisionBlock[] {
  if (content.covered.length === 0) return []
  return [
    heading(m.plan_others({}, { locale })),
    {
      kind: 'list',
      items: content.covered.map((line) => `${ownText(line.name, locale)}: ${ownText(line.payer, locale)}`),
    },
    text(m.plan_others_note({}, { locale })),
  ]
}

function sumBlocks(content: PlanContent, { locale }: Say): DecisionBlock[] {
  const say = { locale }
  const sumOf = (lines: readonly { funded: RankedLineView['funded'] }[]) =>
    moneyText(addCents(...lines.map((line) => line.funded)), locale)
  const full = content.ranked.filter((line) => line.outcome === 'full')
  const partly = content.ranked.filter((line) => line.outcome === 'partly')
  return [
    heading(m.plan_how_money({}, say)),
    {
      kind: 'facts',
      facts: [
        { term: m.plan_how_money_full({ count: full.length }, say), value: sumOf(full) },
        { term: m.plan_how_money_partly({ count: partly.length }, say), value: sumOf(partly) },
        ...(content.added.length === 0
          ? []
          : [{ term: m.decision_added_sum({ count: content.added.length }, say), value: sumOf(content.added) }]),
        { term: m.plan_how_money_rest({}, say), value: moneyText(content.unassigned, locale) },
        { term: m.plan_how_money_budget({}, say), value: moneyText(content.budget, locale) },
      ],
    },
  ]
}

function howBlocks(
  { head: { minimumRule }, content, told }: Pick<DecisionFile, 'head' | 'content' | 'told'>,
  { locale }: Say,
): DecisionBlock[] {
  const say = { locale }
  const count = content.ranked.length
  if (count === 0) return []
  const weights = { expert: content.expertTenths, parent: content.parentTenths }
  const points = (halfRank: number) => halvesText(halfPoints(halfRank, count), locale)
  const column = (label: string, isNumeric = true) => ({ label, isNumeric })
  return [
    heading(m.decision_how({}, say)),
    text(m.plan_how_points_list({ count }, say)),
    text(m.plan_how_points_weights({ audience: 'staff', ...weights }, say)),
    {
      kind: 'table',
      caption: m.decision_how_caption({}, say),
      columns: [
        column(m.decision_column_service({}, say), false),
        column(m.decision_column_experts({}, say)),
        column(m.decision_column_parents({}, say)),
        column(m.decision_column_score({}, say)),
      ],
      rows: content.ranked.map((line) => [
        `${line.position}. ${ownText(line.name, locale)}`,
        m.decision_rank_points(
          { rank: halvesText(line.expertHalfRank, locale), points: points(line.expertHalfRank) },
          say,
        ),
        m.decision_rank_points(
          { rank: halvesText(line.parentHalfRank, locale), points: points(line.parentHalfRank) },
          say,
        ),
        scoreText(line.scoreTwentieths, locale),
      ]),
    },
    ...(told === null ? [] : [text(toldText(told, locale))]),
    text(m.plan_how_points_ties({}, say)),
    text(minimumRule === 'skip' ? m.decision_rule_skip({}, say) : m.decision_rule_stop({}, say)),
    text(m.plan_how_money_price({}, say)),
  ]
}

function signatureBlocks(
  { head, signatures }: Pick<DecisionFile, 'head' | 'signatures'>,
  { locale }: Say,
): DecisionBlock[] {
  const say = { locale }
  const approval =
    head.approvedAt === null || head.approvedBy === null
      ? []
      : [m.decision_approved_by({ name: head.approvedBy, date: formatDate(head.approvedAt, locale, 'long-on') }, say)]
  const items = [...signatures.map((signature) => signatureText(signature, locale)), ...approval]
  return [
    heading(m.decision_signatures({}, say)),
    items.length === 0 ? text(m.decision_signatures_none({}, say)) : { kind: 'list', items },
  ]
}

function appealBlocks(
  { appealDays, appealTo, municipality, worker }: DecisionFile['head'],
  { locale }: Say,
): DecisionBlock[] {
  const say = { locale }
  const to = ownText(appealTo, locale) || appealTo.lv || municipality.legalName
  return [
    heading(m.decision_appeal({}, say)),
    text(m.decision_appeal_text({ days: appealDays ?? 30, to }, say)),
    heading(m.decision_contact({}, say)),
    text(
      worker === null
        ? m.decision_contact_municipality({ email: municipality.email, phone: municipality.phone }, say)
        : [m.plan_worker({ name: worker.name }, say), worker.phone, worker.email]
            .filter((part) => part !== null)
            .join(', '),
    ),
  ]
}
