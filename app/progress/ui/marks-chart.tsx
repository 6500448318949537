import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDate } from '#app/platform/i18n/format.ts'
import { levels } from '#app/progress/rules/goal-attainment.ts'
import { dailyMeans, levelHeight, placeMarks } from '#app/progress/rules/marks-line.ts'
import type { MarkPoint } from '#app/progress/rules/note-view.ts'
import { markText } from '#app/progress/ui/progress-words.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import './progress.css'

const box = { width: 360, height: 150, left: 34, right: 10, top: 10, bottom: 24 }

type MarksChartProps = { marks: readonly MarkPoint[]; baseline: number | null; goal: string }

/** Marks of a goal over time, professionals and family told apart by shape and line, with the same in a table. */
export function MarksChart({ marks, baseline, goal }: MarksChartProps) {
  const [first] = marks
  const last = marks.at(-1)
  if (first === undefined || last === undefined) return null
  const locale = getLocale()
  const placed = placeMarks(marks, box)
  const lineOf = (by: MarkPoint['by']) => {
    // Placed together with all marks, so that both lines share the days across.
    const means = [...dailyMeans(marks, by), first, last]
    return placeMarks(means, box)
      .slice(0, -2)
      .map(({ x, y }) => `${x},${y}`)
      .join(' ')
  }
  return (
    <div className="stack" style={{ '--gap': '0.5rem' }}>
      <p className="small strong">{m.progress_chart_title()}</p>
      <svg className="marks-chart" viewBox={`0 0 ${box.width} ${box.height}`} role="img" aria-label={labelOf(marks)}>
        {levels.map((level) => (
          <g key={level}>
            <line
              className={level === 0 ? 'grid expected' : 'grid'}
              x1={box.left}
              x2={box.width - box.right}
              y1={levelHeight(level, box)}
              y2={levelHeight(level, box)}
            />
            <text x={box.left - 10} y={levelHeight(level, box) + 4} textAnchor="end">
              {markText(level)}
            </text>
          </g>
        ))}
        {baseline === null ? null : (
          <line
            className="start"
            x1={box.left}
            x2={box.width - box.right}
            y1={levelHeight(baseline, box)}
            y2={levelHeight(baseline, box)}
          />
        )}
        <text x={box.left} y={box.height - 6}>
          {formatDate(first.on, locale, 'short')}
        </text>
        {first.on === last.on ? null : (
          <text x={box.width - box.right} y={box.height - 6} textAnchor="end">
            {formatDate(last.on, locale, 'short')}
          </text>
        )}
        <polyline className="of-professionals" points={lineOf('professionals')} />
        <polyline className="of-family" points={lineOf('family')} />
        {placed.map(({ x, y, by }, index) =>
          by === 'professionals' ? (
            <circle key={index} cx={x} cy={y} r={4.5} />
          ) : (
            <rect key={index} x={x - 4.5} y={y - 4.5} width={9} height={9} />
          ),
        )}
      </svg>
      <ChartKey marks={marks} hasStart={baseline !== null} />
      <details className="more">
        <summary>{m.progress_chart_table()}</summary>
        <DataTable
          caption={`${m.progress_chart_title()}: ${goal}`}
          columns={[
            {
              key: 'on',
              label: m.progress_chart_day(),
              isRowHeader: true,
              cell: ({ on }) => formatDate(on, locale, 'numeric'),
            },
            { key: 'who', label: m.progress_chart_who(), cell: ({ by }) => sideText(by) },
            { key: 'mark', label: m.progress_chart_mark(), numeric: true, cell: ({ mark }) => markText(mark) },
          ]}
          rows={marks.map((mark, index) => ({ ...mark, index }))}
          rowKey={({ index }) => String(index)}
          empty={null}
        />
      </details>
    </div>
  )
}

function ChartKey({ marks, hasStart }: { marks: readonly MarkPoint[]; hasStart: boolean }) {
  const has = (by: MarkPoint['by']) => marks.some((mark) => mark.by === by)
  return (
    <p className="chart-key">
      {has('professionals') ? (
        <span>
          <svg width="12" height="12" aria-hidden="true">
            <circle cx="6" cy="6" r="4.5" />
          </svg>
          {sideText('professionals')}
        </span>
      ) : null}
      {has('family') ? (
        <span>
          <svg width="12" height="12" aria-hidden="true">
            <rect x="1.5" y="1.5" width="9" height="9" />
          </svg>
          {sideText('family')}
        </span>
      ) : null}
      {hasStart ? (
        <span>
          <svg width="22" height="12" aria-hidden="true">
            <line x1="0" x2="22" y1="6" y2="6" />
          </svg>
          {m.progress_scale_start_mark()}
        </span>
      ) : null}
    </p>
  )
}

function sideText(by: MarkPoint['by']): string {
  return by === 'family' ? m.progress_family() : m.progress_professionals()
}

/** Where each side began and where it is now; every mark stands in the table. */
function labelOf(marks: readonly MarkPoint[]): string {
  return m.progress_chart_label({ professionals: wayOf(marks, 'professionals'), family: wayOf(marks, 'family') })
}

function wayOf(marks: readonly MarkPoint[], by: MarkPoint['by']): string {
  const locale = getLocale()
  const own = marks.filter((mark) => mark.by === by)
  const [first] = own
  const last = own.at(-1)
  if (first === undefined || last === undefined) return m.progress_chart_none()
  const date = (on: string) => formatDate(on, locale, 'short')
  return first === last
    ? m.progress_chart_one({ mark: markText(first.mark), date: date(first.on) })
    : m.progress_chart_from_to({
        first: markText(first.mark),
        firstDate: date(first.on),
        last: markText(last.mark),
        lastDate: date(last.on),
      })
}
