/** A tone as a WAV file: 8,000 samples a second, one byte each. It stands for a recorded spot; loudness 0 is silence. */
export function aTone(seconds: number, loudness = 20): Buffer {
  const rate = 8000
  const size = Math.round(rate * seconds)
  const bytes = Buffer.alloc(44 + size)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(36 + size, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(rate, 24)
  bytes.writeUInt32LE(rate, 28)
  bytes.writeUInt16LE(1, 32)
  bytes.writeUInt16LE(8, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(size, 40)
  for (let i = 0; i < size; i++)
    bytes[44 + i] = 128 + Math.round(loudness * Math.sin((2 * Math.PI * 220 * i) / rate))
  return bytes
}
