/** Draws one SVG from the standard input as a PNG to the standard output, twice its size, and ends. */
import sharp from 'sharp'

const parts: Buffer[] = []
for await (const part of process.stdin) parts.push(part as Buffer)
const png = await sharp(Buffer.concat(parts), { density: 144, limitInputPixels: 40_000_000 }).png().toBuffer()
process.stdout.write(png)
