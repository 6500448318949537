import type { ExpertText } from '#app/assessment/rules/functioning.ts'
import { chapters } from '#app/assessment/rules/functioning.ts'
import { chapterText, qualifierText } from '#app/assessment/ui/expertise-words.ts'
import { m } from '#app/paraglide/messages.js'
import { Card } from '#app/ui/card.tsx'
import { DataTable } from '#app/ui/data-table.tsx'

/** What one expert wrote, to be read: the conclusion first, then chapter by chapter. */
export function ExpertiseReading({ text }: { text: ExpertText }) {
  return (
    <div className="stack" style={{ '--gap': '1.5rem' }}>
      <Card title={m.expertise_conclusion()}>
        <Words text={text.conclusion} />
        <div className="reading-pair">
          <div>
            <h3>{m.expertise_strengths()}</h3>
            <Words text={text.strengths} />
          </div>
          <div>
            <h3>{m.expertise_needs()}</h3>
            <Words text={text.needs} />
          </div>
        </div>
      </Card>
      <DataTable
        caption={m.expertise_read_table()}
        title={m.expertise_read_chapters()}
        rows={text.findings.toSorted((one, other) => chapters.indexOf(one.code) - chapters.indexOf(other.code))}
        rowKey={(finding) => finding.code}
        empty={m.expertise_read_nothing()}
        columns={[
          {
            key: 'chapter',
            label: m.expertise_read_chapter(),
            isRowHeader: true,
            cell: ({ code }) => chapterText(code),
          },
          {
            key: 'rating',
            label: m.expertise_read_rating(),
            cell: ({ qualifier }) => qualifierText(qualifier),
          },
          { key: 'strength', label: m.expertise_strength(), cell: ({ strength }) => <Words text={strength} /> },
          { key: 'need', label: m.expertise_need(), cell: ({ need }) => <Words text={need} /> },
        ]}
      />
    </div>
  )
}

function Words({ text }: { text: string }) {
  if (text.trim() === '') return <p className="muted">{m.expertise_nothing_text()}</p>
  return <p className="whitespace-pre-line">{text}</p>
}
