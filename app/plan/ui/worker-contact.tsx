import { m } from '#app/paraglide/messages.js'
import type { Contact } from '#app/plan/rules/plan-view.ts'
import { Icon } from '#app/ui/icon.tsx'

/** Whom to call or write to. */
export function WorkerContact({ worker }: { worker: Contact }) {
  return (
    <div className="small mt-2">
      <p>{m.plan_worker({ name: worker.name })}</p>
      <p className="flex flex-wrap gap-x-4">
        {worker.phone === null ? null : (
          <a className="inline-flex min-h-11 items-center gap-2" href={`tel:${worker.phone.replaceAll(' ', '')}`}>
            <Icon name="phone" />
            {worker.phone}
          </a>
        )}
        {worker.email === null ? null : (
          <a className="inline-flex min-h-11 items-center gap-2 break-all" href={`mailto:${worker.email}`}>
            <Icon name="message" />
            {worker.email}
          </a>
        )}
      </p>
    </div>
  )
}
