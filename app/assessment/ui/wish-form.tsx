import type { FamilyWish } from '#app/assessment/rules/family-view.ts'
import { longestWish } from '#app/assessment/rules/family-view.ts'
import { writtenText } from '#app/assessment/ui/family-words.ts'
import '#app/assessment/ui/family.css'
import { m } from '#app/paraglide/messages.js'
import { AutosaveForm } from '#app/ui/autosave-form.tsx'
import { SubmitButton, buttonClass } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

/** What a wish that was sent without script met, kept with what was typed. */
export type SentWish = {
  wishId: string
  problem: string | null
  typed: string
  conflict: { version: number; by: string | null; at: string; values: Record<string, string> } | null
}

type WishFormProps = {
  wishId: string
  /** Null for the field of a wish still to be written. */
  wish: FamilyWish | null
  place: number
  now: number
  sent: SentWish | null
}

/** One wish in the family's own words. It saves itself; each has its own version, so that two can write at once. */
export function WishForm({ wishId, wish, place, now, sent }: WishFormProps) {
  const fieldId = `wish-${wishId}`
  return (
    <AutosaveForm
      id={`form-${wishId}`}
      className="wish-fields"
      version={wish?.version ?? 0}
      savedAt={wish?.changedBy?.at ?? null}
      conflict={sent?.conflict ? { ...sent.conflict, typed: { text: sent.typed } } : null}
    >
      <input type="hidden" name="wishId" value={wishId} />
      <TextArea
        id={fieldId}
        name="text"
        label={wish === null ? m.ranking_wish_new() : m.ranking_wish_label({ place })}
        hint={wish === null && place > 1 ? m.ranking_wish_new_hint() : undefined}
        placeholder={wish === null ? m.ranking_wish_placeholder() : undefined}
        defaultValue={sent?.typed ?? wish?.text ?? ''}
        errors={sent?.problem ? [sent.problem] : undefined}
        maxLength={longestWish}
        rows={2}
      />
      {wish?.changedBy ? <p className="xs muted">{writtenText(wish.changedBy, now)}</p> : null}
      {wish?.isServed ? <p className="xs muted">{m.ranking_wish_served()}</p> : null}
      {wish === null ? (
        <p>
          <SubmitButton variant="secondary" icon="plus" name="intent" value="add">
            {m.ranking_wish_add()}
          </SubmitButton>
        </p>
      ) : (
        <div className="row">
          <SubmitButton variant="secondary" size="small" name="intent" value="save">
            {m.ranking_wish_save()}
          </SubmitButton>
          {wish.isServed ? null : <RemoveWish />}
        </div>
      )}
    </AutosaveForm>
  )
}

/** Two taps: words are not removed by a slip of the finger. */
function RemoveWish() {
  return (
    <details className="sure">
      <summary className={buttonClass({ variant: 'quiet', size: 'small' })}>{m.ranking_wish_remove()}</summary>
      <SubmitButton variant="danger" size="small" name="intent" value="remove">
        {m.ranking_wish_remove_sure()}
      </SubmitButton>
    </details>
  )
}
