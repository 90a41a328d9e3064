/** Firms as people write them. Only a keyed hash of the identity is ever kept. */

const legalForm = /^(?:pt|cv|ud|pd|fa|tbk|persero|ltd|inc)$/

/**
 * What stays of a firm's name or number when its spelling is taken away: "PT. Maju Jaya", "Maju Jaya, PT" and
 * "pt maju jaya (persero) tbk" are one firm. Empty for a text that names none.
 */
export function firmIdentity(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
  const own = words.filter(word => word !== '' && !legalForm.test(word))
  return own.join('')
}

/** In front of a keyed hash, so that nobody takes it for a name. */
export const firmMark = 'firm:'
