/** Steps through the page. It makes no markup: it shows and hides what is there. */
export const SCRIPT = `(() => {
  const root = document.documentElement
  const steps = [...document.querySelectorAll('article[data-step]')]
  const foot = document.querySelector('footer.walk')
  const marks = [...document.querySelectorAll('a[data-step]')]
  const picture = document.querySelector('.picture .scroll')
  const contents = document.querySelector('.contents')
  const [bar, said] = [foot.querySelector('progress'), foot.querySelector('output')]
  const button = (act) => foot.querySelector('[data-act=' + act + ']')
  let at = 0

  function read() {
    const step = Number(/^#step-([0-9]+)$/.exec(location.hash)?.[1] ?? 1)
    return Math.min(Math.max(step, 1), steps.length) - 1
  }

  function reveal(box, mark) {
    if (!box || !mark || box.scrollHeight <= box.clientHeight) return
    const [outer, inner] = [box.getBoundingClientRect(), mark.getBoundingClientRect()]
    if (inner.top < outer.top + 60 || inner.bottom > outer.bottom - 60)
      box.scrollTop += inner.top - outer.top - outer.height / 2
  }

  function show(next) {
    at = next
    steps.forEach((step, index) => step.classList.toggle('here', index === at))
    for (const mark of marks) {
      const isHere = Number(mark.dataset.step) === at
      mark.classList.toggle('here', isHere)
      if (isHere) mark.setAttribute('aria-current', 'step')
      else mark.removeAttribute('aria-current')
    }
    bar.value = at + 1
    said.textContent = foot.dataset.position.replace('{step}', at + 1).replace('{count}', steps.length)
    button('back').disabled = at === 0
    button('next').disabled = at === steps.length - 1
    reveal(picture, picture?.querySelector('.here'))
    reveal(contents, contents?.querySelector('.here'))
  }

  function go(next) {
    if (next < 0 || next >= steps.length) return
    const focused = document.activeElement
    show(next)
    try {
      history.replaceState(null, '', '#step-' + (next + 1))
    } catch {
      // Where a file may not change its address, it keeps the one that it has.
    }
    if (root.classList.contains('stepping')) scrollTo({ top: 0 })
    else steps[next].scrollIntoView({ block: 'start' })
    if (focused instanceof HTMLButtonElement && focused.disabled) steps[next].focus({ preventScroll: true })
  }

  function step(isOn) {
    root.classList.toggle('stepping', isOn)
    button('all').textContent = isOn ? foot.dataset.all : foot.dataset.one
    show(at)
  }

  foot.addEventListener('click', ({ target }) => {
    const act = target.closest('button')?.dataset.act
    if (act === 'back') go(at - 1)
    if (act === 'next') go(at + 1)
    if (act === 'all') step(!root.classList.contains('stepping'))
  })
  document.addEventListener('click', (event) => {
    const mark = event.target.closest?.('a[data-step]')
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    go(Number(mark.dataset.step))
  })
  document.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const box = event.target.closest?.('.scroll')
    if (box && box.scrollWidth > box.clientWidth) return
    if (event.key === 'ArrowRight') go(at + 1)
    else if (event.key === 'ArrowLeft') go(at - 1)
    else return
    event.preventDefault()
  })
  addEventListener('hashchange', () => go(read()))

  // A step begins at its top, wherever the page was left, or its address leads.
  history.scrollRestoration = 'manual'
  addEventListener('load', () => root.classList.contains('stepping') && scrollTo({ top: 0 }))
  at = read()
  foot.hidden = false
  step(true)
})()`
