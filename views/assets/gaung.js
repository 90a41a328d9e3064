/* Small helps on top of pages that work without them. */
document.querySelector('.error-summary')?.focus()

// "/" goes to the first search field that can be seen: the one over everything, or the page's own.
document.addEventListener('keydown', event => {
  const typing = event.target.closest?.('input, textarea, select')
  const fields = [...document.querySelectorAll('input[type=search]')]
  const search = fields.find(field => field.checkVisibility())
  if (event.key === '/' && !typing && search) {
    event.preventDefault()
    search.focus()
  }
})

// A form that is on its way is not sent twice; coming back to the page, or a long wait, frees it again.
document.addEventListener('submit', event => {
  const form = event.target
  if (form.method !== 'post' || event.defaultPrevented) return
  if (form.dataset.sent) return event.preventDefault()
  form.dataset.sent = 'yes'
  event.submitter?.setAttribute('aria-busy', 'true')
  setTimeout(freeForms, 10_000)
})
addEventListener('pageshow', freeForms)
function freeForms() {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent
  for (const button of document.querySelectorAll('[aria-busy]')) button.removeAttribute('aria-busy')
}

// Where rows can be ticked, the head of the column ticks them all.
for (const table of document.querySelectorAll('.table:has(.check input)')) {
  const head = table.querySelector('thead th')
  const boxes = [...table.querySelectorAll('.check input')]
  const all = document.createElement('input')
  all.type = 'checkbox'
  all.setAttribute('aria-label', head.textContent.trim())
  all.addEventListener('change', () => boxes.forEach(box => (box.checked = all.checked)))
  table.addEventListener('change', () => (all.checked = boxes.every(box => box.checked)))
  const label = document.createElement('label')
  label.className = 'check'
  label.append(all)
  head.replaceChildren(label)
}

// Over a picture, the row of its table that belongs there is read out beside the pointer.
for (const svg of document.querySelectorAll('svg[data-x]')) {
  const chart = svg.closest('.chart')
  const heads = [...chart.querySelectorAll('.chart-table thead th')].map(head => head.textContent.trim())
  const rows = [...chart.querySelectorAll('.chart-table tbody tr')]
  const places = svg.dataset.x.split(' ').map(Number)
  const tip = document.createElement('dl')
  tip.className = 'chart-tip'
  tip.hidden = true
  tip.setAttribute('aria-hidden', 'true')
  svg.parentElement.append(tip)
  const rule = svg.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'line'))
  rule.setAttribute('class', 'tip-line')
  for (const [end, y] of [
    ['y1', svg.dataset.top],
    ['y2', svg.viewBox.baseVal.height],
  ])
    rule.setAttribute(end, y)

  // The browser's own tooltip would say the title over and over.
  svg.setAttribute('aria-label', svg.querySelector('title').textContent)
  svg.setAttribute('aria-describedby', svg.querySelector('desc').id)
  svg.removeAttribute('aria-labelledby')
  svg.querySelector('title').remove()

  const fill = row => {
    const cells = [...row.cells].map(cell => cell.textContent.trim())
    const parts = cells.flatMap((cell, i) => {
      if (!cell) return []
      const [name, value] = [document.createElement('dt'), document.createElement('dd')]
      name.textContent = heads[i]
      value.textContent = cell
      return [name, value]
    })
    tip.replaceChildren(...parts)
  }
  const hide = () => {
    tip.hidden = true
    rule.style.display = 'none'
  }
  hide()
  svg.addEventListener('pointerleave', hide)
  svg.addEventListener('pointermove', event => {
    const box = svg.getBoundingClientRect()
    const x = ((event.clientX - box.left) / box.width) * svg.viewBox.baseVal.width
    const nearest = places.reduce(
      (best, place, i) => (Math.abs(place - x) < Math.abs(places[best] - x) ? i : best),
      0,
    )
    if (!rows[nearest]) return hide()
    fill(rows[nearest])
    tip.hidden = false
    rule.style.display = ''
    rule.setAttribute('x1', places[nearest])
    rule.setAttribute('x2', places[nearest])
    const at = (places[nearest] / svg.viewBox.baseVal.width) * box.width
    const left = at + 12 + tip.offsetWidth < box.width ? at + 12 : at - 12 - tip.offsetWidth
    tip.style.left = `${Math.max(0, left)}px`
  })
}

// What is typed into a form that is filled over several sittings is kept as it is typed, and when the page is left.
for (const form of document.querySelectorAll('form[data-keep]')) {
  const said = form.querySelector('[data-kept]')
  let changed = false
  let timer
  const keep = async () => {
    clearTimeout(timer)
    if (!changed || form.dataset.sent) return
    changed = false
    const body = new URLSearchParams(new FormData(form))
    body.set('go', 'keep')
    try {
      const { ok } = await fetch(form.action, { method: 'POST', body, keepalive: true })
      if (ok) said.textContent = said.dataset.kept
      else changed = true
    } catch {
      changed = true
    }
  }
  form.addEventListener('input', () => {
    changed = true
    said.textContent = ''
    clearTimeout(timer)
    timer = setTimeout(keep, 1500)
  })
  addEventListener('pagehide', keep)
}

// How long a script takes to read is counted as it is typed; the file beside it stays where it is.
for (const form of document.querySelectorAll('form[data-count]')) {
  const said = form.querySelector('#reading')
  let timer
  form.addEventListener('input', ({ target }) => {
    if (target.type === 'file') return
    clearTimeout(timer)
    timer = setTimeout(async () => {
      const fields = [...new FormData(form)].filter(([, value]) => typeof value === 'string')
      const body = new URLSearchParams([...fields, ['go', 'count']])
      const answer = await fetch(form.action, { method: 'POST', body, headers: { 'hx-request': 'true' } })
      if (answer.ok) said.textContent = await answer.text()
    }, 300)
  })
}
