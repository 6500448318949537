import { Form } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import type { PlanFile } from '#app/plan/rules/plan-file.ts'
import { moneyText } from '#app/plan/ui/plan-words.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { Select } from '#app/ui/select.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

export type RefusedDeed = {
  field: string
  text: string
  sent: { note: string; reason: string; how: string; personId: string }
}
type DeedsProps = { file: PlanFile; refused: RefusedDeed | null }

/** What the reader can do with the plan, each with its own form; one is filled, whichever is next. */
export function PlanDeedForms({ file, refused }: DeedsProps) {
  const { deeds } = file
  return (
    <>
      {deeds.sign === null ? null : <SignForm kind={deeds.sign} />}
      {deeds.approve === null ? null : <ApproveForm file={file} />}
      {deeds.record.length === 0 ? null : <RecordForm file={file} refused={refused} />}
      {deeds.withdraw ? <WithdrawForm isFirst={file.head.origin !== 'revision'} refused={refused} /> : null}
    </>
  )
}

function SignForm({ kind }: { kind: 'social_worker' | 'physician' }) {
  const isWorker = kind === 'social_worker'
  return (
    <Card title={m.decision_sign_title()} tone="attention">
      <p className="small mb-3">{isWorker ? m.decision_sign_text_social_worker() : m.decision_sign_text_physician()}</p>
      <Form method="post">
        <SubmitButton wide name="intent" value="sign">
          {isWorker ? m.decision_sign_social_worker() : m.decision_sign_physician()}
        </SubmitButton>
      </Form>
    </Card>
  )
}

function ApproveForm({ file: { head, content, deeds } }: { file: PlanFile }) {
  return (
    <Card title={m.decision_approve_title()} tone={deeds.approve === 'now' ? 'attention' : 'plain'}>
      <p className="small mb-3">
        {head.origin === 'revision'
          ? m.decision_approve_revision()
          : m.decision_approve_first({ budget: moneyText(content.budget), fund: moneyText(head.inFund) })}
      </p>
      {deeds.approve === 'four-eyes' ? <p>{m.decision_approve_four_eyes()}</p> : null}
      {deeds.approve === 'unsigned' ? <p>{m.decision_approve_unsigned()}</p> : null}
      {deeds.approve === 'now' ? (
        <Form method="post">
          <SubmitButton wide name="intent" value="approve">
            {m.decision_approve()}
          </SubmitButton>
        </Form>
      ) : null}
    </Card>
  )
}

function RecordForm({ file: { deeds }, refused }: DeedsProps) {
  const errorsOf = (field: string) => (refused?.field === field ? [refused.text] : undefined)
  return (
    <Card title={m.decision_record_title()}>
      <Form method="post" className="stack" style={{ '--gap': '1rem' }}>
        <Select
          id="personId"
          name="personId"
          label={m.decision_record_who()}
          options={deeds.record.map(({ personId, name }) => ({ value: personId, label: name }))}
          defaultValue={refused?.sent.personId}
          errors={errorsOf('personId')}
        />
        <RadioGroup
          id="how"
          name="how"
          label={m.decision_record_how()}
          options={[
            { value: 'in_person', label: m.decision_record_in_person() },
            { value: 'letter', label: m.decision_record_letter() },
          ]}
          defaultValue={refused?.sent.how === 'letter' ? 'letter' : 'in_person'}
        />
        <TextArea
          id="note"
          name="note"
          label={m.decision_record_note()}
          rows={2}
          defaultValue={refused?.sent.note}
          errors={errorsOf('note')}
        />
        <SubmitButton variant="secondary" name="intent" value="record">
          {m.decision_record()}
        </SubmitButton>
      </Form>
    </Card>
  )
}

function WithdrawForm({ isFirst, refused }: Pick<DeedsProps, 'refused'> & { isFirst: boolean }) {
  return (
    <Card title={m.decision_withdraw_title()}>
      <p className="small mb-3">{isFirst ? m.decision_withdraw_text() : m.decision_withdraw_text_revision()}</p>
      <Form method="post" className="stack" style={{ '--gap': '1rem' }}>
        <TextArea
          id="reason"
          name="reason"
          label={m.decision_withdraw_reason()}
          rows={2}
          defaultValue={refused?.sent.reason}
          errors={refused?.field === 'reason' ? [refused.text] : undefined}
        />
        <SubmitButton variant="danger" name="intent" value="withdraw">
          {m.decision_withdraw()}
        </SubmitButton>
      </Form>
    </Card>
  )
}
