import type { Dependent } from './dependents.ts'
import type { Matching } from './match-columns.ts'
import type { Reason } from './reasons.ts'

export type ImportState = 'read' | 'checked' | 'running' | 'done' | 'failed' | 'undone' | 'discarded'
export const importRowStates = ['waiting', 'accepted', 'unchanged', 'refused', 'undone'] as const
export type ImportRowState = (typeof importRowStates)[number]

/** A row as the screen shows it: what names it, as written in the file, and what became of it. */
export type ImportRow = {
  rowNumber: number
  state: ImportRowState
  reasons: readonly Reason[]
  child: string
  period: { from: string; to: string }
  service: string
  units: string
}

/** A column of the file with its first values. */
export type ImportSample = { name: string; values: string[] }

export type ImportView = {
  id: string
  fileName: string
  state: ImportState
  header: string[]
  matching: Matching | null
  rowCount: number
  doneRows: number
  acceptedRows: number
  unchangedRows: number
  refusedRows: number
  createdAt: string
  createdBy: string
  startedAt: string | null
  startedById: string | null
  startedBy: string | null
  finishedAt: string | null
  undoneAt: string | null
  undoneBy: string | null
  undoneReason: string | null
  failure: string | null
  isPurged: boolean
  /** An earlier import of the very same file. */
  sameFile: { id: string; createdAt: string } | null
  /** What keeps it from being undone. */
  dependents: readonly Dependent[]
  /** The matching that the form starts with. */
  guess: Matching
  samples: ImportSample[]
  rows: ImportRow[]
  total: number
  page: number
  pageSize: number
}

/** One line of the list of imports. */
export type ImportLine = Pick<
  ImportView,
  'id' | 'fileName' | 'state' | 'rowCount' | 'acceptedRows' | 'refusedRows' | 'createdAt' | 'createdBy'
>
export type ImportList = { imports: ImportLine[]; total: number; page: number; pageSize: number }
