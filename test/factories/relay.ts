import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BeaconSource } from '#services/kernel/use-case-context.ts'
import { testBeacon } from './drawing.ts'

/** How a relay behaves: as it should, without an answer, or with one that isn't the chain's. */
export type RelayMood = 'HONEST' | 'DOWN' | 'LYING' | 'BABBLING'

export interface TestRelay {
  readonly source: BeaconSource
  mood: RelayMood
  /** Rounds that were asked for */
  readonly asked: number[]
  close(): Promise<void>
}

/** A relay of drand over real HTTP, for a chain whose key is ours. */
export async function openRelay(seed = 'relay'): Promise<TestRelay> {
  const { chain, beaconOf } = testBeacon(seed)
  const asked: number[] = []
  const server = createServer((request, response) => {
    const round = Number(/\/public\/(\d+)$/.exec(request.url ?? '')?.[1])
    asked.push(round)
    if (relay.mood === 'DOWN') response.writeHead(503).end()
    else if (relay.mood === 'BABBLING') response.end('<html>captive portal</html>')
    else response.end(JSON.stringify(relay.mood === 'LYING' ? { ...beaconOf(round + 1), round } : beaconOf(round)))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const relay: TestRelay = {
    source: { chain, urls: [`http://127.0.0.1:${port}`] },
    mood: 'HONEST',
    asked,
    close: () => new Promise<void>((done) => server.close(() => done())),
  }
  return relay
}
