import { Form } from 'react-router'
import type { RankedGroups } from '#app/assessment/rules/ranking-text.ts'
import type { OrderToTell } from '#app/assessment/rules/told-order.ts'
import { longestNote } from '#app/assessment/rules/told-order.ts'
import '#app/assessment/ui/needs.css'
import { ownWords } from '#app/assessment/ui/needs-words.ts'
import { RankingList } from '#app/assessment/ui/ranking-list.tsx'
import { m } from '#app/paraglide/messages.js'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Note } from '#app/ui/note.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

/** An order that was sent and comes back. `version` is the one of the order that was on the screen then. */
export type SentTold = { order: RankedGroups; version: number }

type TellOrderProps = { toTell: OrderToTell; list: SentTold | null; note: string; noteError: string | null }

/** The order of a family without the portal, as it told its social worker, who hands it in. */
export function TellOrder({ toTell, list, note, noteError }: TellOrderProps) {
  const { order, version } = list ?? toTell
  return (
    <Card title={m.ranking_tell_order_title()}>
      <p className="mb-4">{m.ranking_tell_order_lead()}</p>
      <Form method="post" className="stack" id="tell">
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="form" value="tell" />
        <RankingList
          items={toTell.services.map(({ id, name }) => ({ id, title: ownWords(name) }))}
          groups={order}
          label={m.ranking_tell_order_label()}
        />
        <TextArea
          id="note"
          name="note"
          label={m.ranking_tell_note()}
          hint={m.ranking_tell_note_hint()}
          defaultValue={note}
          errors={noteError === null ? undefined : [noteError]}
          maxLength={longestNote}
          rows={2}
        />
        <Note>{m.ranking_tell_take_back()}</Note>
        <div>
          <SubmitButton name="intent" value="tell">
            {m.ranking_tell_submit()}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  )
}
