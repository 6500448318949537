import { useSyncExternalStore } from 'react'
import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'

const never = () => () => undefined

/** Opens the browser's print window. Stands there only once it can act: without script the browser's menu prints. */
export function PrintButton() {
  const canAct = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return canAct ? (
    <Button variant="quiet" size="small" icon="print" className="no-print" onClick={() => window.print()}>
      {m.plan_print()}
    </Button>
  ) : null
}
