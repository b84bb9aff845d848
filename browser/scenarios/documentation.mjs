/** Shift-Tab says what a method is for. */
export const documentation = {
  name: 'documentation',
  async run(student) {
    const notebook = await student.notebook();
    const { page } = student;
    const cell = await notebook.last();
    const tooltip = page.locator('.jp-Tooltip');
    const explain = async code => {
      await cell.editor.click();
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText(code);
      await page.keyboard.press('Shift+Tab');
      await tooltip.waitFor();
      await page.waitForTimeout(300);
      return tooltip.innerText();
    };
    const jdk = await explain('Math.hypot');
    student.check('the signature of a JDK method', /hypot\s*\(double/.test(jdk), jdk);
    student.check('its Javadoc', /sqrt|square root/i.test(jdk), jdk);
    await student.picture('jdk');
    await page.keyboard.press('Escape');

    const own = await explain('dense');
    student.check('the signature of a method of the library', /dense\s*\(int/.test(own), own);
    student.check('its documentation', own.split(/\s+/).length > 15, own);
    await student.picture('library');
  }
};
