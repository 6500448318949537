import { expect, test } from 'vitest'
import { tryEach } from './try-each.ts'

test('one that fails keeps nobody waiting, and is told at the end', async () => {
  const done: number[] = []
  const work = async (item: number) => {
    if (item % 2 === 0) throw new Error(`no ${item}`)
    done.push(item)
  }

  await expect(tryEach([1, 2, 3, 4, 5], work)).rejects.toThrow('no 2')
  await tryEach([7], work)

  expect(done).toEqual([1, 3, 5, 7])
})
