import { m } from '#app/paraglide/messages.js'
import { moveFreeMoney } from '#app/plan/rules/move-free-money.ts'
import type { RevisionLineView } from '#app/plan/rules/revision-view.ts'
import { listedLines } from '#app/plan/rules/revision-view.ts'
import { moneyText, ownText, unitsText } from '#app/plan/ui/plan-words.ts'
import type { Cents } from '#app/platform/money.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type MoveOnProps = {
  budget: Cents
  lines: readonly RevisionLineView[]
  serviceId: string
  backHref: string
  error: string | undefined
  why: string
}

/** What moving the free money of a line down the list would do, before it is done. */
export function MoveOn({ budget, lines, serviceId, backHref, error, why }: MoveOnProps) {
  const from = lines.find((line) => line.serviceId === serviceId)
  if (from === undefined) return null
  const moved = moveFreeMoney(budget, listedLines(lines), serviceId)
  const name = ownText(from.name)
  return (
    <Card title={m.revision_move_title({ name })} tone="attention">
      <div className="stack">
        {moved === null ? (
          <p>{m.revision_move_nothing()}</p>
        ) : (
          <>
            <p>
              {m.revision_move_text({ units: unitsText(moved.unitsKept, from.unit), amount: moneyText(moved.freed) })}
            </p>
            {moved.gains.length === 0 ? (
              <p>{m.revision_move_no_gain()}</p>
            ) : (
              <ul className="list-disc pl-5">
                {moved.gains.map((gain) => (
                  <li key={gain.serviceId}>{gainText(gain, lines)}</li>
                ))}
              </ul>
            )}
            <p>{m.revision_move_left({ amount: moneyText(moved.left) })}</p>
            <TextField
              id="moveWhy"
              name="moveWhy"
              label={m.revision_move_why()}
              required
              defaultValue={why}
              errors={error === undefined ? undefined : [error]}
            />
          </>
        )}
        <div className="row">
          {moved === null ? null : (
            <SubmitButton name="intent" value={`move:${serviceId}`}>
              {m.revision_move_submit()}
            </SubmitButton>
          )}
          <ButtonLink variant="quiet" to={backHref}>
            {m.revision_cancel()}
          </ButtonLink>
        </div>
      </div>
    </Card>
  )
}

function gainText(
  { serviceId, units, amount }: { serviceId: string; units: number; amount: number },
  lines: readonly RevisionLineView[],
): string {
  const line = lines.find((item) => item.serviceId === serviceId)
  if (line === undefined) return ''
  return m.revision_move_gain({
    name: ownText(line.name),
    units: unitsText(units, line.unit),
    amount: moneyText(amount),
  })
}
