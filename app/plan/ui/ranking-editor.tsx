import { type FormEvent, useState } from 'react'
import { Form, Link, useSubmit } from 'react-router'
import { haveUnderstood } from '#app/assessment/rules/family-steps.ts'
import type { DoneBy, FamilyAssessment, FamilyService } from '#app/assessment/rules/family-view.ts'
import { readOrder } from '#app/assessment/rules/ranking-text.ts'
import { whenText } from '#app/assessment/ui/family-words.ts'
import { RankingList } from '#app/assessment/ui/ranking-list.tsx'
import { m } from '#app/paraglide/messages.js'
import type { FamilyBasis } from '#app/plan/rules/family-ranking-view.ts'
import { computeWhatIf } from '#app/plan/rules/what-if.ts'
import { OrderConflict } from '#app/plan/ui/order-conflict.tsx'
import { ownText } from '#app/plan/ui/plan-words.ts'
import { type ServerOrder, type StartOrder, useSharedOrder } from '#app/plan/ui/use-shared-order.ts'
import { WhatIfEffects } from '#app/plan/ui/what-if-effects.tsx'
import { WhatIfList, outcomeText } from '#app/plan/ui/what-if-list.tsx'
import type { AutosaveState } from '#app/ui/autosave-engine.ts'
import { AutosaveStatus } from '#app/ui/autosave-status.tsx'
import '#app/ui/autosave.css'
import { Button, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { LeaveGuard } from '#app/ui/leave-guard.tsx'
import { Note } from '#app/ui/note.tsx'
import { TapConfirm } from '#app/ui/tap-confirm.tsx'
import { removeUnsaved } from '#app/ui/unsaved-forms.ts'

type EditorProps = {
  assessment: FamilyAssessment
  services: readonly FamilyService[]
  /** Null while no plan could be computed: the order can be made all the same. */
  basis: FamilyBasis | null
  start: StartOrder
  server: ServerOrder
  isLocked: boolean
  /** The plan is made or being made of it: what would be if it were made today says nothing any more. */
  isClosed: boolean
  now: number
  servicesHref: string
  /** Takes an order of somebody else onto the screen. */
  onAdopt: (order: ServerOrder) => void
}

/** The family's order, where the money would end with it, and handing it in. */
export function RankingEditor(props: EditorProps) {
  const { assessment, services, basis, start, server, isLocked, isClosed, now, servicesHref, onAdopt } = props
  const [form, setForm] = useState<HTMLFormElement | null>(null)
  const { order, setOrder, engine, state, isGuard, hasNews } = useSharedOrder(form, start, server)
  const submit = useSubmit()
  const whatIf = basis === null || isClosed ? null : computeWhatIf({ services, order, basis })
  const lines = new Map(whatIf?.lines.map((line) => [line.service.serviceId, line]))
  const unread = assessment.services.filter((service) => !haveUnderstood(service)).length
  const { changedBy } = assessment.ranking

  /** What is on the screen is saved first, and then handed in as it was saved. */
  async function handIn(event: FormEvent<HTMLFormElement>) {
    if (form === null) return
    event.preventDefault()
    const button = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
    if (!(await engine.save())) return
    const sent = new FormData(form, button)
    sent.set('version', String(engine.version()))
    removeUnsaved(engine)
    await submit(sent, { method: 'post' })
  }

  return (
    <div className="split split-wide">
      <Form method="post" ref={setForm} className="stack" id="order" onSubmit={(event) => void handIn(event)}>
        <input type="hidden" name="version" value={start.version} readOnly />
        {hasNews && changedBy !== null ? (
          <Note tone="attention">
            <p>{m.ranking_news({ name: changedBy.name, when: whenText(changedBy.at, now) })}</p>
            <Button variant="secondary" size="small" className="mt-2" onClick={() => onAdopt(server)}>
              {m.ranking_news_show()}
            </Button>
          </Note>
        ) : null}
        {state.kind === 'conflict' ? (
          <OrderConflict
            conflict={state.conflict}
            mine={order}
            services={services}
            isInBrowser={form !== null}
            onMine={() => void engine.keepMine()}
            onTheirs={() =>
              onAdopt({
                version: state.conflict.version,
                order: readOrder(state.conflict.values.order ?? ''),
                changedAt: state.conflict.at,
              })
            }
            now={now}
          />
        ) : null}
        <RankingList
          label={m.ranking_order_label()}
          groups={start.order}
          onChange={setOrder}
          locked={isLocked}
          items={services.map((service) => {
            const line = lines.get(service.serviceId)
            const item = { id: service.serviceId, title: ownText(service.name) }
            return line === undefined ? item : { ...item, detail: outcomeText(line, service) }
          })}
        />
        {isLocked ? null : (
          <>
            <SavingLine state={state} onRetry={() => void engine.save()} />
            <LastChange state={state} changedBy={changedBy} now={now} />
            {unread > 0 ? (
              <Note tone="neutral">
                {m.ranking_order_unread({ count: unread })}{' '}
                <Link className="inline-block py-1" to={servicesHref}>
                  {m.ranking_order_unread_link()}
                </Link>
              </Note>
            ) : null}
            <TapConfirm label={m.ranking_hand_in()} variant="primary">
              <p>{m.ranking_hand_in_text()}</p>
              <SubmitButton wide name="intent" value="submit">
                {m.ranking_hand_in_sure()}
              </SubmitButton>
            </TapConfirm>
          </>
        )}
        {isGuard ? <LeaveGuard form={engine} /> : null}
      </Form>
      {isClosed ? null : (
        <aside className="stack static!" style={{ '--gap': '1.5rem' }}>
          {whatIf === null ? (
            <Card title={m.ranking_if_title()}>
              <p className="small muted">{m.ranking_if_not()}</p>
            </Card>
          ) : (
            <>
              <WhatIfList whatIf={whatIf} services={services} />
              <WhatIfEffects whatIf={whatIf} services={services} />
            </>
          )}
        </aside>
      )}
    </div>
  )
}

/** Whether what the reader just did is kept. A conflict stands above the list; from here a thumb finds it. */
function SavingLine({ state, onRetry }: { state: AutosaveState; onRetry: () => void }) {
  if (state.kind === 'saved' && !state.isNow) return null
  if (state.kind !== 'conflict') return <AutosaveStatus state={state} onRetry={onRetry} onCompare={showConflict} />
  return (
    <div className="autosave-line">
      <output className="autosave-status autosave-attention">
        <Icon name="alert" />
        <span>{m.ranking_conflict_line()}</span>
      </output>
      <Button variant="quiet" size="small" onClick={showConflict}>
        {m.ranking_conflict_see()}
      </Button>
    </div>
  )
}

function showConflict() {
  document.getElementById('order-conflict')?.focus()
}

/** Who changed the order last, until the reader does: then the line above says when it was saved. */
function LastChange({ state, changedBy, now }: { state: AutosaveState; changedBy: DoneBy | null; now: number }) {
  if (state.kind !== 'saved' || state.isNow) return null
  const text =
    changedBy === null
      ? m.ranking_unchanged()
      : m.ranking_changed({
          who: changedBy.isMe ? 'me' : 'other',
          name: changedBy.name,
          when: whenText(changedBy.at, now),
        })
  return <p className="small muted">{text}</p>
}
