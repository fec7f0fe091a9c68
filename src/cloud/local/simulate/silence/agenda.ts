/** What is going to happen in a simulated company, in the order of its moments. */
export type Agenda = {
  /** Something that happens at a moment; it may put further things on the agenda. */
  at(moment: Date, happen: Happen): void
  /** Lets everything up to and including `end` happen, one after the other. */
  until(end: Date): Promise<void>
}
type Happen = (now: Date) => Promise<void>
type Entry = { ms: number; number: number; happen: Happen }

export function createAgenda(): Agenda {
  const heap: Entry[] = []
  let number = 0
  return {
    at(moment, happen) {
      heap.push({ ms: moment.getTime(), number: number++, happen })
      for (let child = heap.length - 1; child > 0;) {
        const parent = (child - 1) >> 1
        if (!swapUnlessOrdered(heap, parent, child)) break
        child = parent
      }
    },
    async until(end) {
      for (let first = heap[0]; first && first.ms <= end.getTime(); first = heap[0]) {
        takeFirst(heap)
        await first.happen(new Date(first.ms))
      }
    },
  }
}

function takeFirst(heap: Entry[]): void {
  const last = heap.pop()
  if (!last || heap.length === 0) return
  heap[0] = last
  for (let parent = 0; ;) {
    const [left, right] = [2 * parent + 1, 2 * parent + 2]
    const child = right < heap.length && isBefore(heap[right], heap[left]) ? right : left
    if (child >= heap.length || !swapUnlessOrdered(heap, parent, child)) return
    parent = child
  }
}

function swapUnlessOrdered(heap: Entry[], parent: number, child: number): boolean {
  const [above, below] = [heap[parent], heap[child]]
  if (!above || !below || !isBefore(below, above)) return false
  heap[parent] = below
  heap[child] = above
  return true
}

function isBefore(a: Entry | undefined, b: Entry | undefined): boolean {
  return a !== undefined && b !== undefined && (a.ms - b.ms || a.number - b.number) < 0
}
