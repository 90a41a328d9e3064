/** Breaks a name into lines of at most so many letters; a longer word keeps a line of its own. */
export function wrapped(name: string, letters: number): string[] {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const open = lines.at(-1)
    if (open !== undefined && open.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${open} ${word}`
    else lines.push(word)
  }
  return lines
}
