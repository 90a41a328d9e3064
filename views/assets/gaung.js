/* Small helps on top of pages that work without them. */
document.querySelector('.error-summary')?.focus()

// "/" goes to the search field, where a page has one.
document.addEventListener('keydown', event => {
  const typing = event.target.closest?.('input, textarea, select')
  const search = document.querySelector('input[type=search]')
  if (event.key === '/' && !typing && search) {
    event.preventDefault()
    search.focus()
  }
})
