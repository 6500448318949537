import { useEffect, useRef, useState } from 'react'
import { useRevalidator } from 'react-router'
import { writeOrder } from '#app/assessment/rules/ranking-text.ts'
import type { AutosaveConflict } from '#app/ui/autosave-answer.ts'
import { useAutosave } from '#app/ui/use-autosave.ts'

/** The family's order as the server has it. */
export type ServerOrder = { version: number; order: string[][]; changedAt: string | null }

/** The order that the screen begins with, and what a save without script met. */
export type StartOrder = ServerOrder & { conflict: AutosaveConflict | null }

const everySoOften_ms = 20_000

/** Asks the server again now and then while somebody looks at the page, and when they come back to it. */
export function useFreshData(isOn: boolean): void {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (!isOn) return
    const ask = () => {
      if (document.visibilityState === 'visible' && navigator.onLine && state === 'idle') void revalidate()
    }
    const timer = setInterval(ask, everySoOften_ms)
    document.addEventListener('visibilitychange', ask)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', ask)
    }
  }, [isOn, revalidate, state])
}

/**
 * One order that several people work on: what one makes on the screen is saved by itself; what another made meanwhile
 * is told and never moves things under a finger.
 */
export function useSharedOrder(form: HTMLFormElement | null, start: StartOrder, server: ServerOrder) {
  const [order, setOrder] = useState(start.order)
  const { engine, state, isGuard } = useAutosave(form, {
    version: start.version,
    savedAt: start.changedAt,
    conflict: start.conflict,
  })
  const text = writeOrder(order)
  const told = useRef(text)
  useEffect(() => {
    if (form === null || told.current === text) return
    told.current = text
    engine.changed()
  }, [engine, form, text])
  const hasNews = state.kind === 'saved' && server.version > engine.version() && writeOrder(server.order) !== text
  return { order, setOrder, engine, state, isGuard, hasNews }
}
