import type { Cents } from '#app/platform/money.ts'

export const familySortColumns = [
  'name',
  'allocated',
  'available',
  'reserved',
  'delivered',
  'paid',
  'used',
  'time',
] as const
export type FamilySortColumn = (typeof familySortColumns)[number]

export const familyFilters = ['all', 'objection', 'money-left', 'nearly-out', 'no-plan'] as const
export type FamilyFilter = (typeof familyFilters)[number]

/** One child of the list, with the period that runs, else the next, else the last. */
export type FamilyRow = {
  childId: string
  name: string
  guardians: string[]
  startsOn: string | null
  lastDay: string | null
  allocated: Cents
  available: Cents
  reserved: Cents
  delivered: Cents
  paid: Cents
  /** Delivered and paid of what was allocated; null without a budget. */
  usedPercent: number | null
  timePercent: number | null
  flags: Exclude<FamilyFilter, 'all'>[]
}

export type FamilyList = {
  rows: FamilyRow[]
  total: number
  page: number
  pageSize: number
  /** How many children each filter would show, within the search. */
  counts: Record<FamilyFilter, number>
}
