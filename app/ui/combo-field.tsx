import { Suspense, lazy, useId, useSyncExternalStore } from 'react'
import { Select, type SelectProps } from '#app/ui/select.tsx'

const TypedCombo = lazy(() => import('#app/ui/typed-combo.tsx'))

/**
 * One of many, found by typing. A native select until the script is there, so it works without; the script comes
 * on its own and is heavy: staff pages only.
 */
export function ComboField(props: SelectProps) {
  const ownId = useId()
  const id = props.id ?? ownId
  const isInBrowser = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  )
  const select = <Select {...props} id={id} />
  if (!isInBrowser) return select
  return (
    <Suspense fallback={select}>
      <TypedCombo {...props} id={id} />
    </Suspense>
  )
}
