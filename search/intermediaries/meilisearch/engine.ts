import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'

export interface EngineOptions {
  /** Such as 'http://127.0.0.1:7700'. */
  readonly host: string
  readonly key: string | undefined
  /** For one request, in milliseconds. A search that takes longer is better answered by PostgreSQL. */
  readonly timeoutMs?: number
}

/** Why a request got no usable answer. */
export type EngineFailure = 'TIMEOUT' | 'UNREACHABLE' | 'BAD_ANSWER' | 'REFUSED' | 'TASK_FAILED'

export class EngineError extends Error {
  override name = 'EngineError'
  readonly failure: EngineFailure
  /** Of the answer, if there was one. */
  readonly status: number | null
  /** Meilisearch's own code, such as 'index_not_found'. */
  readonly code: string | null

  constructor(failure: EngineFailure, message: string, facts: { status?: number; code?: string | null; cause?: unknown } = {}) {
    super(message, { cause: facts.cause })
    this.failure = failure
    this.status = facts.status ?? null
    this.code = facts.code ?? null
  }
}

/** The HTTP interface of a Meilisearch. */
export interface Engine {
  /** @throws EngineError whatever goes wrong */
  request<T>(call: EngineCall<T>): Promise<T>
  /** Waits until the task is done. @throws EngineError when it failed, was cancelled or takes longer than `patienceMs` */
  finish(taskUid: number, patienceMs?: number): Promise<void>
}

export interface EngineCall<T> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly body?: unknown
  /** What the answer must look like. */
  readonly answer: z.ZodType<T>
  readonly timeoutMs?: number
}

export const enqueued = z.object({ taskUid: z.number() })
const refused = z.object({ message: z.string(), code: z.string() })
const task = z.object({
  uid: z.number(),
  status: z.enum(['enqueued', 'processing', 'succeeded', 'failed', 'canceled']),
  error: z.object({ code: z.string(), message: z.string() }).nullish(),
})

/**
 * Over fetch and nothing else: six requests need no client library, and its traps (a time limit ignored beside a signal, a bare SyntaxError
 * for a proxy's page, waiting that ends well for a failed task) would each need a guard of their own.
 */
export function createEngine({ host, key, timeoutMs = 2_000 }: EngineOptions): Engine {
  const base = host.replace(/\/+$/, '')
  const headers = { 'Content-Type': 'application/json', ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }) }

  async function send(call: EngineCall<unknown>): Promise<{ readonly status: number; readonly text: string }> {
    const signal = AbortSignal.timeout(call.timeoutMs ?? timeoutMs)
    const body = call.body === undefined ? {} : { body: JSON.stringify(call.body) }
    try {
      const response = await fetch(`${base}${call.path}`, { method: call.method, headers, signal, ...body })
      return { status: response.status, text: await response.text() }
    } catch (error) {
      const isLate = signal.aborted
      throw new EngineError(
        isLate ? 'TIMEOUT' : 'UNREACHABLE',
        `${call.method} ${call.path}: ${isLate ? 'no answer in time' : 'no connection'}`,
        {
          cause: error,
        },
      )
    }
  }

  async function request<T>(call: EngineCall<T>): Promise<T> {
    const { status, text } = await send(call)
    const what = `${call.method} ${call.path}: ${status}`
    const answer = parseJson(text)
    if (status >= 400) {
      const reason = refused.safeParse(answer)
      const { message, code } = reason.success ? reason.data : { message: 'not an answer of Meilisearch', code: null }
      throw new EngineError(status < 500 && reason.success ? 'REFUSED' : 'BAD_ANSWER', `${what}: ${message}`, { status, code })
    }
    const parsed = call.answer.safeParse(answer)
    if (!parsed.success) throw new EngineError('BAD_ANSWER', `${what}: an answer of another shape`, { status, cause: parsed.error })
    return parsed.data
  }

  return {
    request,
    async finish(taskUid, patienceMs = 300_000) {
      const until = performance.now() + patienceMs
      for (let pause = 5; ; pause = Math.min(pause * 1.5, 500)) {
        const { status, error } = await request({ method: 'GET', path: `/tasks/${taskUid}`, answer: task, timeoutMs: 10_000 })
        if (status === 'succeeded') return
        if (status === 'failed' || status === 'canceled') {
          throw new EngineError('TASK_FAILED', `task ${taskUid} ${status}: ${error?.message ?? ''}`, { code: error?.code ?? null })
        }
        if (performance.now() > until) throw new EngineError('TIMEOUT', `task ${taskUid} is still ${status}`)
        await sleep(pause)
      }
    },
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
