import { Form } from 'react-router'
import type { RankedGroups } from '#app/assessment/rules/ranking-text.ts'
import type { RankedServiceView } from '#app/assessment/rules/ranking-view.ts'
import { amountText, ownWords } from '#app/assessment/ui/needs-words.ts'
import type { RankingItem } from '#app/assessment/ui/ranking-list.tsx'
import { RankingList } from '#app/assessment/ui/ranking-list.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime } from '#app/platform/i18n/format.ts'
import { AutosaveForm } from '#app/ui/autosave-form.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Note } from '#app/ui/note.tsx'

type OwnOrderProps = {
  services: readonly RankedServiceView[]
  own: { order: RankedGroups; handedInAt: string | null }
}

/** One expert's own order: it saves itself, is handed in, and taken back as long as the team's is not fixed. */
export function OwnOrder({ services, own }: OwnOrderProps) {
  const list = <RankingList items={itemsOf(services)} groups={own.order} label={m.needs_own_label()} />
  if (own.handedInAt !== null) {
    return (
      <Card title={m.needs_own_title()}>
        <Note tone="ok">{m.needs_own_handed_in_at({ when: formatDateTime(own.handedInAt, getLocale(), 'date') })}</Note>
        <div className="mt-4">
          <RankingList items={itemsOf(services)} groups={own.order} label={m.needs_own_label()} locked />
        </div>
        <Form method="post" className="mt-4">
          <SubmitButton variant="secondary" name="intent" value="take-back">
            {m.needs_own_take_back()}
          </SubmitButton>
        </Form>
      </Card>
    )
  }
  return (
    <Card title={m.needs_own_title()}>
      <p className="mb-4">{m.needs_own_lead()}</p>
      <AutosaveForm version={0} savedAt={null} id="own">
        <input type="hidden" name="form" value="own" />
        {list}
        <div className="row mt-4">
          <SubmitButton variant="secondary" name="intent" value="hand-in">
            {m.needs_own_hand_in()}
          </SubmitButton>
          <SubmitButton variant="quiet" name="intent" value="save">
            {m.needs_own_save()}
          </SubmitButton>
        </div>
      </AutosaveForm>
    </Card>
  )
}

export function itemsOf(services: readonly RankedServiceView[]): RankingItem[] {
  return services.map(({ id, name, units, unit }) => ({
    id,
    title: ownWords(name),
    detail: units === 0 ? m.needs_nobody_says() : amountText(units, unit),
  }))
}
