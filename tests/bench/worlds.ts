import { runAsAdmin } from '../../scripts/database/scratch-database.ts'
import { cloneDatabase, ensureTemplate } from '../support/template-database.ts'
import { fillWorld, worldOf } from './world.ts'

/** A filled database that legs get fresh copies of, so that none sees what another left behind. */
export type FilledWorld = {
  children: number
  /** Lends a copy and drops it afterwards. */
  withCopy<Value>(work: (url: string) => Promise<Value>): Promise<Value>
  /** Drops it, and the copies of a run that was broken off. */
  drop(): Promise<void>
}

export async function makeWorld(adminUrl: string, children: number): Promise<FilledWorld> {
  const name = `atspaids_bench_${process.pid}_${children}`
  const drop = (database: string) => runAsAdmin(adminUrl, `drop database if exists ${database} with (force)`)
  const url = await cloneDatabase(adminUrl, await ensureTemplate(adminUrl), name)
  try {
    await fillWorld(url, worldOf(children))
  } catch (error) {
    await drop(name)
    throw error
  }
  let copies = 0
  return {
    children,
    async withCopy(work) {
      copies += 1
      const copy = `${name}_${copies}`
      const copyUrl = await cloneDatabase(adminUrl, name, copy)
      try {
        return await work(copyUrl)
      } finally {
        await drop(copy)
      }
    },
    async drop() {
      for (let copy = 1; copy <= copies; copy += 1) await drop(`${name}_${copy}`)
      await drop(name)
    },
  }
}
