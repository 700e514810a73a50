import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Exchange } from './openapi.ts'
import { problemsOfAnswer, problemsOfRequest } from './openapi.ts'

/** What goes wrong with a request; undefined: nothing. */
export type Fault = 'HANG' | 'BAD_GATEWAY_PAGE' | 'UNAVAILABLE' | 'TASK_FAILS' | 'TASK_CANCELLED' | 'CUT' | undefined

export interface EngineStub {
  readonly host: string
  /** Everything asked so far. */
  readonly exchanges: readonly Exchange[]
  /** What the document has against requests or answers. */
  readonly problems: readonly string[]
  /** The documents of an index by id. */
  documents(uid: string): ReadonlyMap<string, Readonly<Record<string, unknown>>>
  /** Decides what goes wrong with each request to come. */
  fail(fault: (exchange: Exchange) => Fault | Promise<Fault>): void
  close(): Promise<void>
}

type Documents = Map<string, Readonly<Record<string, unknown>>>

/**
 * A server with the faults of a search engine and of what stands before it. It keeps documents and tasks, as far as the feed needs them to
 * show that nothing is lost, and finds nothing: what a search finds is only ever asked of the real one. Requests and answers are both held
 * to the OpenAPI document.
 */
export async function openEngineStub(): Promise<EngineStub> {
  const indexes = new Map<string, Documents>()
  const tasks: ('succeeded' | 'failed' | 'canceled')[] = []
  const exchanges: Exchange[] = []
  const problems: string[] = []
  let faultOf: (exchange: Exchange) => Fault | Promise<Fault> = () => undefined

  const enqueue = (type: string, uid: string | null, fault: Fault, apply: () => void) => {
    const status = fault === 'TASK_FAILS' ? 'failed' : fault === 'TASK_CANCELLED' ? 'canceled' : 'succeeded'
    tasks.push(status)
    if (status === 'succeeded') apply()
    return {
      status: 202,
      answer: { taskUid: tasks.length - 1, indexUid: uid, status: 'enqueued', type, enqueuedAt: '2026-11-22T00:00:00Z' },
    }
  }

  function answerTo({ method, path, body }: Exchange, fault: Fault): { readonly status: number; readonly answer: unknown } {
    const [plain = ''] = path.split('?')
    const [, root, uid = '', kind, rest] = plain.split('/')
    const held = indexes.get(uid)
    const missing = { message: `Index \`${uid}\` not found.`, code: 'index_not_found', type: 'invalid_request', link: '' }
    if (root === 'tasks') return { status: 200, answer: taskView(Number(uid), tasks[Number(uid)] ?? 'succeeded') }
    if (root === 'multi-search') {
      const { queries } = body as { readonly queries: readonly { readonly indexUid: string }[] }
      return { status: 200, answer: { results: queries.map(({ indexUid }) => ({ indexUid, ...nothingFound })) } }
    }
    if (root === 'swap-indexes') {
      return enqueue('indexSwap', null, fault, () => {
        const [{ indexes: names, rename }] = body as readonly [{ readonly indexes: readonly [string, string]; readonly rename?: boolean }]
        const [one, other] = names.map((name) => indexes.get(name))
        if (one) indexes.set(names[1], one)
        if (rename || !other) indexes.delete(names[0])
        else indexes.set(names[0], other)
      })
    }
    if (root === 'indexes' && uid === '') {
      if (method === 'GET')
        return { status: 200, answer: { results: [...indexes.keys()].map(indexView), offset: 0, limit: 1000, total: indexes.size } }
      const { uid: made } = body as { readonly uid: string }
      return enqueue('indexCreation', made, fault, () => {
        if (!indexes.has(made)) indexes.set(made, new Map())
      })
    }
    if (method === 'PATCH') return enqueue('settingsUpdate', uid, fault, () => undefined)
    if (method === 'DELETE') return enqueue('indexDeletion', uid, fault, () => indexes.delete(uid))
    if (!held) return { status: 404, answer: missing }
    if (kind === undefined) return { status: 200, answer: indexView(uid) }
    if (kind === 'search') return { status: 200, answer: nothingFound }
    if (kind === 'stats') return { status: 200, answer: { ...emptyStats, numberOfDocuments: held.size } }
    if (rest === 'fetch') return { status: 200, answer: fetched(held, body as FetchBody) }
    if (rest === 'delete') {
      const { filter } = body as { readonly filter: string }
      return enqueue('documentDeletion', uid, fault, () => {
        for (const [, id = ''] of filter.matchAll(/"([^"]+)"/g)) held.delete(id)
      })
    }
    return enqueue('documentAdditionOrUpdate', uid, fault, () => {
      for (const one of body as readonly { readonly id: string }[]) held.set(one.id, one)
    })
  }

  const server = createServer((request, response) => {
    void (async () => {
      const exchange = await readExchange(request)
      exchanges.push(exchange)
      problems.push(...problemsOfRequest(exchange).map((problem) => `${exchange.method} ${exchange.path}: ${problem}`))
      const fault = await faultOf(exchange)
      if (fault === 'HANG') return
      if (fault === 'CUT') response.destroy()
      else if (fault === 'BAD_GATEWAY_PAGE') send(response, 502, '<html><h1>502 Bad Gateway</h1></html>', 'text/html')
      else if (fault === 'UNAVAILABLE')
        send(response, 503, JSON.stringify({ message: 'busy', code: 'too_many_search_requests', type: 'system', link: '' }))
      else {
        const { status, answer } = answerTo(exchange, fault)
        if (status < 300)
          problems.push(
            ...problemsOfAnswer(exchange, status, answer).map((problem) => `answer of ${exchange.method} ${exchange.path}: ${problem}`),
          )
        send(response, status, JSON.stringify(answer))
      }
    })()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    host: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges,
    problems,
    documents: (uid) => indexes.get(uid) ?? new Map<string, Readonly<Record<string, unknown>>>(),
    fail: (fault) => {
      faultOf = fault
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed()
        })
        server.closeAllConnections()
      }),
  }
}

const nothingFound = {
  hits: [],
  query: '',
  processingTimeMs: 0,
  page: 1,
  hitsPerPage: 0,
  totalPages: 0,
  totalHits: 0,
  facetDistribution: {},
}
const emptyStats = { indexSize: 0, usedIndexSize: 0, rawDocumentDbSize: 0, avgDocumentSize: 0, isIndexing: false, fieldDistribution: {} }
const indexView = (uid: string) => ({ uid, createdAt: '2026-11-22T00:00:00Z', updatedAt: '2026-11-22T00:00:00Z', primaryKey: 'id' })

function taskView(uid: number, status: 'succeeded' | 'failed' | 'canceled') {
  const error = status === 'failed' ? { message: 'no space left', code: 'no_space_left_on_device', type: 'system', link: '' } : null
  return {
    uid,
    batchUid: uid,
    indexUid: null,
    status,
    type: 'documentAdditionOrUpdate',
    canceledBy: null,
    error,
    enqueuedAt: '2026-11-22T00:00:00Z',
  }
}

interface FetchBody {
  readonly ids?: readonly string[]
  readonly offset?: number
  readonly limit: number
}

function fetched(held: Documents, { ids, offset = 0, limit }: FetchBody) {
  const all = ids ? ids.flatMap((id) => held.get(id) ?? []) : [...held.values()]
  return { results: all.slice(offset, offset + limit), offset, limit, total: all.length }
}

async function readExchange(request: IncomingMessage): Promise<Exchange> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  return { method: request.method ?? '', path: request.url ?? '', body: text === '' ? undefined : (JSON.parse(text) as unknown) }
}

function send(response: ServerResponse, status: number, text: string, type = 'application/json'): void {
  response.writeHead(status, { 'Content-Type': type }).end(text)
}
