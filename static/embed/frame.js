// Frames with charts that are as high as their charts. In the frame this tells the page
// around it how high the chart is; in a page that shows frames it gives them that height.
// It listens to frames of its own site alone.
"use strict";
(() => {
  if (window.parent !== window) {
    const tell = () => window.parent.postMessage({ chartHeight: Math.ceil(document.documentElement.getBoundingClientRect().height) }, "*");
    new ResizeObserver(tell).observe(document.documentElement);
    addEventListener("message", (event) => event.data === "chart height?" && tell());
    return;
  }
  const home = new URL(document.currentScript.src).origin;
  addEventListener("message", (event) => {
    const height = event.origin === home && Number(event.data?.chartHeight);
    if (!(height > 0 && height < 20000)) return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow === event.source) frame.height = height;
    }
  });
  for (const frame of document.querySelectorAll("iframe")) { // which may have told before this was there
    if (frame.src.startsWith(home + "/")) frame.contentWindow.postMessage("chart height?", "*");
  }
})();
