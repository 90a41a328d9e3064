/**
 * Hands proofs and materials to a process of their own and waits for what it finds. It lives while there is work and a little longer;
 * a file that takes too long or too much memory ends it, and only that file is refused.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Invalid } from '../domain/errors.js'
import type { Problem } from '../domain/problem.js'
import type { AcceptedFile } from './proof-kinds.js'

interface Limits {
  milliseconds: number
  heapMegabytes: number
  idleMilliseconds: number
}

interface Found {
  number: number
  accepted?: AcceptedFile
  problems?: Record<string, Problem>
}

/** A proof is made harmless, a material is kept to the byte. */
export type Purpose = 'proof' | 'material'

export interface ProofChecker {
  check(bytes: Uint8Array, purpose?: Purpose): Promise<AcceptedFile>
  close(): void
}

const usual: Limits = { milliseconds: 20_000, heapMegabytes: 256, idleMilliseconds: 20_000 }

export function createProofChecker(limits: Limits = usual): ProofChecker {
  let child: ChildProcess | undefined
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()
  let count = 0

  function end(): void {
    clearTimeout(idle)
    child?.kill('SIGKILL')
    child = undefined
  }

  /** One file at a time: the next begins whatever became of the one before. */
  function check(bytes: Uint8Array, purpose: Purpose = 'proof'): Promise<AcceptedFile> {
    const found = last.then(() => ask(bytes, purpose))
    last = found.catch(() => {})
    return found
  }

  async function ask(bytes: Uint8Array, purpose: Purpose): Promise<AcceptedFile> {
    clearTimeout(idle)
    child ??= begin(limits)
    try {
      return await answerOf(child, { number: ++count, bytes, purpose }, limits.milliseconds)
    } catch (error) {
      if (!(error instanceof Invalid)) end()
      throw error instanceof Invalid ? error : new Invalid({ file: { code: 'file-too-heavy' } })
    } finally {
      idle = setTimeout(end, limits.idleMilliseconds).unref()
    }
  }

  return { check, close: end }
}

function begin({ heapMegabytes }: Limits): ChildProcess {
  const fromSource = import.meta.filename.endsWith('.ts')
  const file = fromSource ? './proof-from-source.mjs' : './proof-process.js'
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    env: {},
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.unref()
  child.channel?.unref()
  return child
}

class Ended extends Error {}

/** While a file is looked at the process is waited for; between files it keeps nobody from stopping. */
function answerOf(
  child: ChildProcess,
  asked: { number: number; bytes: Uint8Array; purpose: Purpose },
  milliseconds: number,
): Promise<AcceptedFile> {
  child.ref()
  child.channel?.ref()
  return new Promise<AcceptedFile>((resolve, reject) => {
    const impatience = setTimeout(() => settle(() => reject(new Ended('too slow'))), milliseconds)
    const ended = () => settle(() => reject(new Ended('ended')))
    const heard = ({ number, accepted, problems }: Found) => {
      if (number !== asked.number) return
      settle(() => (accepted ? resolve(accepted) : reject(new Invalid(problems!))))
    }
    function settle(then: () => void): void {
      clearTimeout(impatience)
      child.off('exit', ended).off('error', ended).off('message', heard)
      child.unref()
      child.channel?.unref()
      then()
    }
    child.on('exit', ended).on('error', ended).on('message', heard)
    child.send(asked, error => error && ended())
  })
}
