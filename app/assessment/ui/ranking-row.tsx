import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import type { MouseEvent, ReactNode } from 'react'
import { useSyncExternalStore } from 'react'
import type { OrderMove } from '#app/assessment/rules/ranking-text.ts'
import { m } from '#app/paraglide/messages.js'
import { classNames } from '#app/ui/class-names.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'

type Placed = {
  item: { id: string; title: string; detail?: string }
  placed: { first: number; last: number }
  placeLabel: string
  isTied: boolean
  /** Stands in a tie below another service of it. */
  isInnerTie: boolean
}

type RankingRowProps = Placed & { total: number; onMove: (id: string, move: OrderMove) => void }

/** One service of an order that can be changed. */
export function RankingRow({ total, onMove, ...row }: RankingRowProps) {
  const { item, placed, placeLabel, isTied, isInnerTie } = row
  const isInBrowser = useIsInBrowser()
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: item.id,
    attributes: { roleDescription: m.needs_rank_role() },
  })
  const words = { title: item.title, place: placeLabel, total }
  const isFirst = placed.first === 1 && !isTied
  const isLast = placed.last === total && !isTied
  const button = { id: item.id, onMove }
  return (
    <li
      ref={setNodeRef}
      className={classNames(isTied && 'tied', isInnerTie && 'tied-inner', isDragging && 'dragged')}
      style={{ transform: CSS.Translate.toString(transform), transition: transition }}
    >
      {isInBrowser ? (
        <button
          type="button"
          ref={setActivatorNodeRef}
          {...attributes}
          {...listeners}
          className="grip"
          aria-label={m.needs_rank_grip(words)}
        >
          <Icon name="grip" />
        </button>
      ) : null}
      <RowText {...row} />
      <div className="moves">
        <MoveButton {...button} move="up" icon="up" label={m.needs_rank_up(words)} isStill={isFirst} />
        <MoveButton {...button} move="down" icon="down" label={m.needs_rank_down(words)} isStill={isLast} />
        {isInnerTie ? (
          <MoveButton {...button} move="part" icon="equal" label={m.needs_rank_part(words)} isPressed>
            {m.needs_rank_part_short()}
          </MoveButton>
        ) : (
          <MoveButton
            {...button}
            move="join"
            icon="equal"
            label={m.needs_rank_join(words)}
            isStill={placed.first === 1}
          >
            {m.needs_rank_join_short()}
          </MoveButton>
        )}
      </div>
    </li>
  )
}

/** One service of an order that stands. */
export function StillRow(row: Placed) {
  return (
    <li className={classNames(row.isTied && 'tied', row.isInnerTie && 'tied-inner')}>
      <RowText {...row} />
    </li>
  )
}

function RowText({ item, placed, placeLabel, isTied }: Placed) {
  return (
    <>
      <span className="pos">
        <VisuallyHidden>{placeLabel}</VisuallyHidden>
        <span aria-hidden="true">{isTied ? `${placed.first}.–${placed.last}.` : `${placed.first}.`}</span>
      </span>
      <div className="what">
        <b>{item.title}</b>
        {item.detail === undefined ? null : <span className="small muted">{item.detail}</span>}
      </div>
    </>
  )
}

type MoveButtonProps = {
  id: string
  move: OrderMove
  icon: IconName
  label: string
  onMove: (id: string, move: OrderMove) => void
  isStill?: boolean
  isPressed?: boolean
  children?: ReactNode
}

/** Sends its move without script; with script the list moves at once. It keeps the focus even where nothing moves. */
function MoveButton({ id, move, icon, label, onMove, isStill = false, isPressed = false, children }: MoveButtonProps) {
  const act = (event: MouseEvent) => {
    event.preventDefault()
    onMove(id, move)
  }
  return (
    <button
      type="submit"
      name="intent"
      value={`${move}:${id}`}
      className={classNames('move', isPressed && 'move-on')}
      aria-label={label}
      aria-disabled={isStill || undefined}
      title={label}
      onClick={act}
    >
      <Icon name={icon} />
      {children === undefined ? null : <span>{children}</span>}
    </button>
  )
}

/** False on the server and until the script has taken over: the handle needs the script. */
function useIsInBrowser(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  )
}
