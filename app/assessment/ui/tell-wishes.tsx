import { Form } from 'react-router'
import { longestWish } from '#app/assessment/rules/family-view.ts'
import { m } from '#app/paraglide/messages.js'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

type TellWishesProps = {
  /** The next wish has its id before it is written, so that a wish that is sent twice is one wish. */
  wishId: string
  areDone: boolean
  /** What was sent and not taken. */
  typed: string
  errors: string[]
}

/** What a family without the portal told its social worker, in its own words. */
export function TellWishes({ wishId, areDone, typed, errors }: TellWishesProps) {
  return (
    <Card title={m.ranking_tell_wishes_title()}>
      <p className="mb-4">{m.ranking_tell_wishes_lead()}</p>
      <Form method="post" className="stack">
        <input type="hidden" name="wishId" value={wishId} />
        <TextArea
          id="wish"
          name="wish"
          label={m.ranking_tell_wish_label()}
          hint={m.ranking_tell_wish_hint()}
          defaultValue={typed}
          errors={errors.length === 0 ? undefined : errors}
          maxLength={longestWish}
          rows={2}
        />
        <div>
          <SubmitButton name="intent" value="tell-wish" icon="plus" variant="secondary">
            {m.ranking_tell_wish_add()}
          </SubmitButton>
        </div>
      </Form>
      <div className="mt-6">
        {areDone ? (
          <p className="muted">{m.ranking_tell_done_already()}</p>
        ) : (
          <Form method="post">
            <SubmitButton name="intent" value="tell-done" icon="check" variant="secondary">
              {m.ranking_tell_done()}
            </SubmitButton>
          </Form>
        )}
      </div>
    </Card>
  )
}
