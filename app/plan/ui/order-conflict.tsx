import type { FamilyService } from '#app/assessment/rules/family-view.ts'
import type { RankedGroups } from '#app/assessment/rules/ranking-text.ts'
import { placeText, readOrder } from '#app/assessment/rules/ranking-text.ts'
import { whenText } from '#app/assessment/ui/family-words.ts'
import { m } from '#app/paraglide/messages.js'
import { ownText } from '#app/plan/ui/plan-words.ts'
import type { AutosaveConflict } from '#app/ui/autosave-answer.ts'
import { Button, ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'

type OrderConflictProps = {
  conflict: AutosaveConflict
  mine: RankedGroups
  services: readonly FamilyService[]
  /** Without script the choices are a link and a button that sends. */
  isInBrowser: boolean
  onMine: () => void
  onTheirs: () => void
  now: number
}

/** Two orders made at the same time, side by side. Nothing is lost until the reader chooses. */
export function OrderConflict({ conflict, mine, services, isInBrowser, onMine, onTheirs, now }: OrderConflictProps) {
  const name = conflict.by ?? m.ranking_somebody()
  const titles = new Map(services.map((service) => [service.serviceId, ownText(service.name)]))
  return (
    <Note tone="attention">
      <div role="alert" id="order-conflict" tabIndex={-1}>
        <p>
          <b>{m.ranking_conflict({ name, when: whenText(conflict.at, now) })}</b>
        </p>
        <p>{m.ranking_conflict_text()}</p>
      </div>
      <div className="orders">
        <OrderText title={m.ranking_conflict_theirs({ name })} order={theirsOf(conflict)} titles={titles} />
        <OrderText title={m.ranking_conflict_mine()} order={mine} titles={titles} />
      </div>
      <div className="row">
        {isInBrowser ? (
          <>
            <Button variant="secondary" size="small" onClick={onTheirs}>
              {m.ranking_take_theirs()}
            </Button>
            <Button variant="secondary" size="small" onClick={onMine}>
              {m.ranking_keep_mine()}
            </Button>
          </>
        ) : (
          <>
            <ButtonLink variant="secondary" size="small" to="." reloadDocument>
              {m.ranking_take_theirs()}
            </ButtonLink>
            <SubmitButton variant="secondary" size="small" name="intent" value="save">
              {m.ranking_keep_mine()}
            </SubmitButton>
          </>
        )}
      </div>
    </Note>
  )
}

function theirsOf({ values }: AutosaveConflict): string[][] {
  return readOrder(values.order ?? '')
}

type OrderTextProps = { title: string; order: RankedGroups; titles: ReadonlyMap<string, string> }

function OrderText({ title, order, titles }: OrderTextProps) {
  return (
    <div>
      <h3 className="small">{title}</h3>
      <ul className="small">
        {order.flat().map((id) => {
          const place = placeText(order, id)
          const number =
            place === null ? '' : place.first === place.last ? `${place.first}.` : `${place.first}.–${place.last}.`
          return <li key={id}>{`${number} ${titles.get(id) ?? ''}`}</li>
        })}
      </ul>
    </div>
  )
}
