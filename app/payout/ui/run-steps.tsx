import type { ReactNode } from 'react'
import { Form } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime, formatMoney } from '#app/platform/i18n/format.ts'
import { buttonClass, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { TapConfirm } from '#app/ui/tap-confirm.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import type { RunHead, RunPage } from '../screen-types.ts'

type RunStepsProps = Pick<RunPage, 'run' | 'rights'> & {
  isMine: boolean
  /** What was typed before a refusal, kept. */
  typedReason: string
  reasonError: string | null
}

/** Who took the first step and who takes the second, with the buttons of the one who may, and why not of the others. */
export function RunSteps({ run, rights, isMine, typedReason, reasonError }: RunStepsProps) {
  const sum = formatMoney(run.total, getLocale())
  return (
    <Card title={m.payout_eyes_title()}>
      <div className="stack">
        <ol className="eyes">
          <Done step={run.prepared} title={(name) => m.payout_eyes_prepared({ name })} />
          <SecondStep run={run} rights={rights} isMine={isMine} />
          <BankStep run={run} />
        </ol>
        <div className="grid items-start gap-3 empty:hidden lg:grid-cols-2">
          {rights.approve === null ? (
            <TapConfirm label={m.payout_approve({ sum })} variant="primary">
              <Form method="post" className="stack">
                <p>{m.payout_approve_text({ count: run.payoutCount })}</p>
                <SubmitButton name="intent" value="approve">
                  {m.payout_approve_confirm({ sum })}
                </SubmitButton>
              </Form>
            </TapConfirm>
          ) : null}
          {rights.return === null ? (
            <details className="tap" open={reasonError !== null}>
              <summary className={buttonClass({ variant: 'secondary', wide: true })}>
                <span className="open">{isMine ? m.payout_withdraw() : m.payout_return()}</span>
                <span className="shut">{m.ui_back()}</span>
              </summary>
              <Form method="post" className="armed stack">
                <p>{m.payout_return_text()}</p>
                <TextArea
                  id="reason"
                  name="reason"
                  label={m.payout_return_reason()}
                  hint={m.payout_return_reason_hint()}
                  rows={3}
                  maxLength={500}
                  required
                  defaultValue={typedReason}
                  errors={reasonError === null ? [] : [reasonError]}
                />
                <SubmitButton variant="danger" name="intent" value="return">
                  {isMine ? m.payout_withdraw() : m.payout_return()}
                </SubmitButton>
              </Form>
            </details>
          ) : null}
        </div>
      </div>
    </Card>
  )
}

function SecondStep({ run, rights, isMine }: Pick<RunStepsProps, 'run' | 'rights' | 'isMine'>) {
  if (run.returned !== null) {
    return (
      <Done step={run.returned} title={(name) => m.payout_eyes_returned({ name })} icon="repeat">
        {m.payout_eyes_reason({ reason: run.returnReason ?? '' })}
      </Done>
    )
  }
  if (run.approved !== null) return <Done step={run.approved} title={(name) => m.payout_eyes_approved({ name })} />
  if (rights.approve === null) {
    return <Waiting title={m.payout_eyes_you_approve()}>{m.payout_eyes_you_approve_why()}</Waiting>
  }
  return (
    <Waiting title={m.payout_eyes_other()}>{isMine ? m.payout_eyes_other_yours() : m.payout_eyes_other_role()}</Waiting>
  )
}

function BankStep({ run }: { run: RunHead }) {
  if (run.executed !== null) return <Done step={run.executed} title={(name) => m.payout_eyes_executed({ name })} />
  if (run.state !== 'approved') return null
  return <Waiting title={m.payout_eyes_bank()}>{m.payout_eyes_bank_why()}</Waiting>
}

type DoneProps = {
  step: RunHead['prepared']
  title: (name: string) => string
  icon?: 'check' | 'repeat'
  children?: ReactNode
}

function Done({ step, title, icon = 'check', children }: DoneProps) {
  if (step === null) return null
  return (
    <li>
      <span>
        <Icon name={icon} />
      </span>
      <div>
        <b className="strong">{title(step.name)}</b>
        <div className="muted">{formatDateTime(step.at, getLocale())}</div>
        {children ? <div>{children}</div> : null}
      </div>
    </li>
  )
}

function Waiting({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li className="wait">
      <span>
        <Icon name="clock" />
      </span>
      <div>
        <b className="strong">{title}</b>
        <div className="muted">{children}</div>
      </div>
    </li>
  )
}
