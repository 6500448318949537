import { m } from '#app/paraglide/messages.js'

/** "1. solis no 3", with a line to the right. */
export function StepLine({ step, total, id }: { step: number; total: number; id?: string }) {
  return (
    <p className="stepline" id={id}>
      {m.ui_step({ step: String(step), total: String(total) })}
    </p>
  )
}
