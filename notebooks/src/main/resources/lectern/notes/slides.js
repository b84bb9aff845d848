// Leafs through the slides with the keys, and makes what is too large for a slide smaller.
const slides = [...document.querySelectorAll('.slide')];
const STEPS = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ' ': 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };
const ENDS = { Home: 0, End: slides.length - 1 };

function current() {
  const distances = slides.map(slide => Math.abs(slide.getBoundingClientRect().top));
  return distances.indexOf(Math.min(...distances));
}

function show(index) {
  slides[Math.max(0, Math.min(slides.length - 1, index))].scrollIntoView();
}

function fit() {
  for (const slide of slides) {
    const content = slide.firstElementChild;
    for (let zoom = 1; zoom >= 0.5; zoom -= 0.05) {
      content.style.zoom = zoom;
      if (slide.scrollHeight <= slide.clientHeight) break;
    }
  }
}

addEventListener('keydown', event => {
  if (event.target.closest('input, select, textarea') || event.ctrlKey || event.altKey || event.metaKey) return;
  if (!(event.key in STEPS) && !(event.key in ENDS)) return;
  event.preventDefault();
  show(event.key in ENDS ? ENDS[event.key] : current() + STEPS[event.key] * (event.shiftKey ? -1 : 1));
});
addEventListener('resize', fit);
document.addEventListener('change', fit);
fit();
