/** The first, the last and the neighbours of the present page; null stands for a gap. A gap hides at least two pages. */
export function pagesToShow(page: number, last: number): (number | null)[] {
  const near = new Set([1, last, page - 1, page, page + 1])
  if (page <= 4) for (const target of [2, 3, 4, 5]) near.add(target)
  if (page >= last - 3) for (const target of [last - 1, last - 2, last - 3, last - 4]) near.add(target)
  const shown = [...near].filter((target) => target >= 1 && target <= last).toSorted((a, b) => a - b)
  return shown.flatMap((target, index) => {
    const before = shown[index - 1]
    if (before === undefined || target === before + 1) return [target]
    return target === before + 2 ? [before + 1, target] : [null, target]
  })
}
