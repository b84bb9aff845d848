/** The contrast of each piece of text with what is behind it, worst first, by the formula of WCAG 2. */
export async function contrast(locator) {
  return locator.evaluate(root => {
    const painter = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    // The browser itself says what a colour is in numbers, whatever notation it came in.
    const paint = colours => {
      painter.clearRect(0, 0, 1, 1);
      for (const colour of colours) {
        painter.fillStyle = colour;
        painter.fillRect(0, 0, 1, 1);
      }
      return [...painter.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const luminance = rgb => {
      const [r, g, b] = rgb.map(value => {
        const part = value / 255;
        return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const found = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.data.trim();
      const element = node.parentElement;
      if (!text || !element.checkVisibility()) {
        continue;
      }
      const layers = [];
      for (let each = element; each; each = each.parentElement) {
        layers.unshift(getComputedStyle(each).backgroundColor);
      }
      const behind = ['white', ...layers];
      const colour = getComputedStyle(element).color;
      const ground = paint(behind);
      const ink = paint([...behind, colour]);
      const [dark, light] = [luminance(ground), luminance(ink)].sort((a, b) => a - b);
      found.push({
        ratio: (light + 0.05) / (dark + 0.05),
        text: text.slice(0, 40),
        isColoured: element.closest('span[class*="ansi-"][class*="-fg"], span[style*="color"]') !== null,
        colour,
        ground: `rgb(${ground})`
      });
    }
    return found.sort((a, b) => a.ratio - b.ratio);
  });
}
