/** Pages of exports read at a time, whoever asks: so many connections are never missed by the pages. Ours. */
const most = 2
let running = 0
const waiting: (() => void)[] = []

/** Runs the work when its turn has come. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= most) await new Promise<void>((go) => waiting.push(go))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    // The place goes on to the next, or is free.
    if (next) next()
    else running -= 1
  }
}
