import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatNumber } from '#app/platform/i18n/format.ts'
import type { Attainment, Level, TScore } from '#app/progress/rules/goal-attainment.ts'
import { levels } from '#app/progress/rules/goal-attainment.ts'
import { markText } from '#app/progress/ui/progress-words.ts'
import { Card } from '#app/ui/card.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Totals } from '#app/ui/totals.tsx'
import './progress.css'

export type ReachedGoal = { id: string; text: string; weight: number; baseline: Level | null; attained: Level | null }

type AttainmentSummaryProps = { attainment: Attainment | null; goals: readonly ReachedGoal[] }

/** How far the goals were reached together: the T-score in words and as a sum, the chart, and the same in a table. */
export function AttainmentSummary({ attainment, goals }: AttainmentSummaryProps) {
  if (attainment === null) {
    return (
      <Card title={m.progress_back_attainment()}>
        <p className="muted">{m.progress_back_attainment_none()}</p>
      </Card>
    )
  }
  const { attained, baseline, change, unmeasured } = attainment
  return (
    <Card title={m.progress_back_attainment()}>
      <div className="stack">
        <Totals
          totals={[
            { label: m.progress_back_t_label(), value: scoreText(attained.score), isMain: true },
            ...(baseline === null ? [] : [{ label: m.progress_back_t_start(), value: scoreText(baseline.score) }]),
            ...(change === null ? [] : [{ label: m.progress_back_t_change(), value: changeText(change) }]),
          ]}
        />
        <p>{wordsOf(attained)}</p>
        {change === null ? <p className="small muted">{m.progress_back_t_no_start()}</p> : null}
        {unmeasured === 0 ? null : <p className="small muted">{m.progress_back_t_unmeasured({ count: unmeasured })}</p>}
        <ReachChart goals={goals.filter((goal) => goal.attained !== null)} />
        <details className="more">
          <summary>{m.progress_back_t_formula()}</summary>
          <div className="stack" style={{ '--gap': '0.5rem' }}>
            <p className="small">{m.progress_back_t_words()}</p>
            <p className="small formula">{formulaOf(attained)}</p>
            <p className="xs muted">{m.progress_back_t_source()}</p>
          </div>
        </details>
        <details className="more">
          <summary>{m.progress_back_chart_table()}</summary>
          <GoalTable goals={goals} />
        </details>
      </div>
    </Card>
  )
}

function scoreText(score: number): string {
  return formatNumber(score, getLocale(), 1)
}

function changeText(change: number): string {
  return change > 0 ? `+${scoreText(change)}` : scoreText(change)
}

/** Told from the level sum, which is a whole number: no rounding decides a word. */
function wordsOf({ score, weightedLevels }: TScore): string {
  const shown = { score: scoreText(score) }
  if (weightedLevels === 0) return m.progress_back_t_as_expected(shown)
  return weightedLevels > 0 ? m.progress_back_t_above(shown) : m.progress_back_t_below(shown)
}

/** `T = 50 + 10 × 7 / √(0,7 × 91 + 0,3 × 21²) = 55,0`. */
function formulaOf({ weightedLevels, squaredWeights, weights, score }: TScore): string {
  const locale = getLocale()
  const number = (value: number, decimals = 0) => formatNumber(value, locale, decimals)
  const root = `\u221a(${number(0.7, 1)} \u00d7 ${number(squaredWeights)} + ${number(0.3, 1)} \u00d7 ${number(weights)}\u00b2)`
  const sum = weightedLevels < 0 ? `(${number(weightedLevels)})` : number(weightedLevels)
  return `T = 50 + 10 \u00d7 ${sum} / ${root} = ${scoreText(score)}`
}

const width = 320
const edge = 20
const across = (level: number) => edge + ((level + 2) / 4) * (width - 2 * edge)

/** Each goal's way from its start to where it ended. The table beside says the same. */
function ReachChart({ goals }: { goals: readonly ReachedGoal[] }) {
  return (
    <ul className="reach" aria-label={m.progress_back_chart_label()}>
      {goals.map((goal) => {
        const { baseline } = goal
        const end = goal.attained ?? 0
        return (
          <li key={goal.id}>
            <p className="small">{goal.text}</p>
            <svg viewBox={`0 0 ${width} 40`} role="img" aria-label={wayText(goal)}>
              <line className="track" x1={across(-2)} x2={across(2)} y1={12} y2={12} />
              {levels.map((level) => (
                <text key={level} x={across(level)} y={36}>
                  {markText(level)}
                </text>
              ))}
              {baseline === null ? null : (
                <>
                  <line
                    className={end < baseline ? 'way way-back' : 'way'}
                    x1={across(baseline)}
                    x2={across(end)}
                    y1={12}
                    y2={12}
                  />
                  <circle className="from" cx={across(baseline)} cy={12} r={7} />
                </>
              )}
              <circle className="to" cx={across(end)} cy={12} r={baseline === end ? 4 : 7} />
            </svg>
          </li>
        )
      })}
    </ul>
  )
}

function wayText({ baseline, attained }: ReachedGoal): string {
  return `${m.progress_back_chart_start()}: ${levelOrUnknown(baseline)}. ${m.progress_back_chart_end()}: ${levelOrUnknown(attained)}.`
}

function levelOrUnknown(level: Level | null): string {
  return level === null ? m.progress_back_chart_unknown() : markText(level)
}

function GoalTable({ goals }: { goals: readonly ReachedGoal[] }) {
  return (
    <DataTable
      caption={m.progress_back_chart_table()}
      columns={[
        { key: 'goal', label: m.progress_back_chart_goal(), isRowHeader: true, cell: ({ text }) => text },
        { key: 'weight', label: m.progress_back_chart_weight(), numeric: true, cell: ({ weight }) => weight },
        {
          key: 'start',
          label: m.progress_back_chart_start(),
          numeric: true,
          cell: ({ baseline }) => levelOrUnknown(baseline),
        },
        {
          key: 'end',
          label: m.progress_back_chart_end(),
          numeric: true,
          cell: ({ attained }) => levelOrUnknown(attained),
        },
      ]}
      rows={goals}
      rowKey={({ id }) => id}
      empty={null}
    />
  )
}
