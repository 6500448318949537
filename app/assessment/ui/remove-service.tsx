import { Form } from 'react-router'
import type { NeededServiceView } from '#app/assessment/rules/needs-view.ts'
import { ownWords } from '#app/assessment/ui/needs-words.ts'
import { m } from '#app/paraglide/messages.js'
import { SubmitButton } from '#app/ui/button.tsx'
import { TapConfirm } from '#app/ui/tap-confirm.tsx'

/** Takes a service off the list, after saying what goes with it. */
export function RemoveService({ service }: { service: NeededServiceView }) {
  return (
    <TapConfirm label={m.needs_remove()} backLabel={m.needs_remove_back()}>
      <Form method="post" className="stack">
        <input type="hidden" name="version" value={service.version} />
        <p>
          {m.needs_remove_ask()}
          {service.questions === 0 ? null : ` ${m.needs_remove_questions({ count: service.questions })}`}
        </p>
        <SubmitButton variant="danger" name="intent" value="remove">
          {m.needs_remove_go({ service: ownWords(service.name) })}
        </SubmitButton>
      </Form>
    </TapConfirm>
  )
}
