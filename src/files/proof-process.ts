/** The process that looks at proofs and materials, one after the other. What breaks it, breaks nothing else. */
import { Invalid } from '../domain/errors.js'
import { acceptMaterial } from './material-kinds.js'
import { acceptProof } from './proof-kinds.js'

interface Asked {
  number: number
  bytes: Uint8Array
  purpose: 'proof' | 'material'
}

const accept = { proof: acceptProof, material: acceptMaterial }

process.on('message', ({ number, bytes, purpose }: Asked) => {
  accept[purpose](bytes).then(
    accepted => process.send!({ number, accepted }),
    (error: unknown) =>
      process.send!({
        number,
        problems: error instanceof Invalid ? error.problems : { file: { code: 'file-unreadable' } },
      }),
  )
})
process.on('disconnect', () => process.exit())
