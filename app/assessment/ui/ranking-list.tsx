import type { Announcements, DragEndEvent } from '@dnd-kit/core'
import { closestCenter, DndContext, KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core'
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable'
import type { ReactNode } from 'react'
import { useEffect, useId, useRef, useState } from 'react'
import type { OrderMove, RankedGroups } from '#app/assessment/rules/ranking-text.ts'
import {
  fitOrder,
  moveInOrder,
  placeInOrder,
  placeText,
  readOrder,
  writeOrder,
} from '#app/assessment/rules/ranking-text.ts'
import '#app/assessment/ui/ranking-list.css'
import { RankingRow, StillRow } from '#app/assessment/ui/ranking-row.tsx'
import { m } from '#app/paraglide/messages.js'

export type RankingItem = { id: string; title: string; detail?: string }

type RankingListProps = {
  items: readonly RankingItem[]
  /** Best first; several ids in one group are a tie. */
  groups: RankedGroups
  /** Called with every order that a person makes. */
  onChange?: (groups: string[][]) => void
  /** The hidden field that carries the order to the server: see `readOrder`. */
  name?: string
  /** What is put in order, for screen readers. */
  label: string
  /** Shows the order without the means to change it. */
  locked?: boolean
}

/**
 * Services in an order that a person makes: by dragging, by keyboard on the handle, and by buttons. It stands in a
 * form; without script the buttons send it with `intent` (see `readMove`), so the page answers with the changed order.
 * A new `groups` from the page takes the place of what is shown.
 */
export function RankingList({ items, groups, onChange, name = 'order', label, locked = false }: RankingListProps) {
  const ids = items.map((item) => item.id)
  const given = writeOrder(fitOrder(groups, ids))
  const [held, setHeld] = useState({ given, order: given })
  if (held.given !== given) setHeld({ given, order: given })
  const order = readOrder(held.given === given ? held.order : given)
  const [said, setSaid] = useState('')
  const field = useTold(writeOrder(order))
  const change = (next: string[][]) => {
    setHeld({ given, order: writeOrder(next) })
    if (writeOrder(next) !== writeOrder(order)) onChange?.(next)
  }

  const titles = new Map(items.map((item) => [item.id, item.title]))
  const words = (id: string, inOrder: RankedGroups) => ({
    title: titles.get(id) ?? '',
    place: placeLabel(inOrder, id),
    total: items.length,
  })
  const press = (id: string, move: OrderMove) => {
    const next = moveInOrder(order, id, move)
    const isStill = writeOrder(next) === writeOrder(order)
    setSaid(isStill ? m.needs_rank_still(words(id, order)) : m.needs_rank_moved(words(id, next)))
    change(next)
  }
  const byId = new Map(items.map((item) => [item.id, item]))
  const rows = order.flatMap((group) =>
    group.flatMap((id, index) => {
      const item = byId.get(id)
      const placed = placeText(order, id)
      if (item === undefined || placed === null) return []
      return [{ item, placed, placeLabel: placeLabel(order, id), isTied: group.length > 1, isInnerTie: index > 0 }]
    }),
  )

  return (
    <>
      <input type="hidden" name={name} value={writeOrder(order)} ref={field} readOnly />
      {locked ? (
        <ol className="ranking" aria-label={label}>
          {rows.map((row) => (
            <StillRow key={row.item.id} {...row} />
          ))}
        </ol>
      ) : (
        <DragLayer order={order} titles={titles} onDrop={(id, index) => change(placeInOrder(order, id, index))}>
          <ol className="ranking" aria-label={label}>
            {rows.map((row) => (
              <RankingRow key={row.item.id} {...row} total={items.length} onMove={press} />
            ))}
          </ol>
        </DragLayer>
      )}
      <output className="sr-only">{said}</output>
    </>
  )
}

/** A hidden field whose form hears when it changes, as it hears of typing: see `AutosaveForm`. */
function useTold(value: string) {
  const field = useRef<HTMLInputElement>(null)
  const told = useRef(value)
  useEffect(() => {
    if (told.current === value) return
    told.current = value
    field.current?.dispatchEvent(new Event('input', { bubbles: true }))
  }, [value])
  return field
}

type DragLayerProps = {
  order: RankedGroups
  titles: ReadonlyMap<string, string>
  onDrop: (id: string, index: number) => void
  children: ReactNode
}

/** Mouse, finger and keyboard on the handles, told to screen readers in the language of the page. */
function DragLayer({ order, titles, onDrop, children }: DragLayerProps) {
  const ids = order.flat()
  const id = useId()
  const isJustPicked = useRef(false)
  const announcements = announcementsFor(order, titles)
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    // A long list follows at once: while it glides, keys are lost.
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates, scrollBehavior: 'auto' }),
  )
  const end = ({ active, over }: DragEndEvent) => {
    if (over !== null && over.id !== active.id) onDrop(String(active.id), ids.indexOf(String(over.id)))
  }
  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={end}
      accessibility={{
        announcements: {
          ...announcements,
          onDragStart: (event) => {
            isJustPicked.current = true
            return announcements.onDragStart(event)
          },
          // What is picked up lies over its own place first; to say so would drown that it is picked up.
          onDragOver: (event) => {
            const isStill = isJustPicked.current && event.over?.id === event.active.id
            isJustPicked.current = false
            return isStill ? undefined : announcements.onDragOver(event)
          },
        },
        screenReaderInstructions: { draggable: m.needs_rank_how() },
      }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  )
}

function announcementsFor(order: RankedGroups, titles: ReadonlyMap<string, string>): Announcements {
  const ids = order.flat()
  const words = (id: string | number, at: string | number = id) => ({
    title: titles.get(String(id)) ?? '',
    place: ids.indexOf(String(at)) + 1,
    total: ids.length,
  })
  return {
    onDragStart: ({ active }) =>
      m.needs_rank_picked({ ...words(active.id), place: placeLabel(order, String(active.id)) }),
    onDragOver: ({ active, over }) => (over === null ? undefined : m.needs_rank_over(words(active.id, over.id))),
    // Dropped inside a tie, it shares the place.
    onDragEnd: ({ active, over }) => {
      const id = String(active.id)
      const next = over === null ? order : placeInOrder(order, id, ids.indexOf(String(over.id)))
      return m.needs_rank_dropped({ ...words(id), place: placeLabel(next, id) })
    },
    onDragCancel: ({ active }) => m.needs_rank_cancelled({ title: words(active.id).title }),
  }
}

function placeLabel(order: RankedGroups, id: string): string {
  const placed = placeText(order, id)
  if (placed === null) return ''
  return placed.first === placed.last ? m.needs_rank_place({ place: placed.first }) : m.needs_rank_shared(placed)
}
