/**
 * Does the work for each item, one after the other, also when it fails for one: what is wrong with one does not keep
 * the others waiting. Throws the first failure once all were tried.
 */
export async function tryEach<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = []
  for (const item of items) {
    try {
      await work(item)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}
