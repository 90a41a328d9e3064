/** The process that looks at proofs, one after the other. What breaks it, breaks nothing else. */
import { Invalid } from '../domain/errors.js'
import { acceptProof } from './proof-kinds.js'

interface Asked {
  number: number
  bytes: Uint8Array
}

process.on('message', ({ number, bytes }: Asked) => {
  acceptProof(bytes).then(
    accepted => process.send!({ number, accepted }),
    (error: unknown) =>
      process.send!({
        number,
        problems: error instanceof Invalid ? error.problems : { file: { code: 'file-unreadable' } },
      }),
  )
})
process.on('disconnect', () => process.exit())
