// The explorable chart: the same option as the download, mounted with ECharts
// in place of the drawing. Colours are read from the page's tokens, so that the
// chart follows the reader's colour scheme. Escape brings the drawing back.

let library;

function load(src, integrity) {
  library ??= new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = src;
    if (integrity) {
      script.integrity = integrity;
      script.crossOrigin = "anonymous";
    }
    script.onload = () => (window.echarts ? done(window.echarts) : script.onerror());
    script.onerror = () => {
      library = undefined;
      script.remove();
      fail(new Error("ECharts did not load from " + src));
    };
    document.head.append(script);
  });
  return library;
}

// painted replaces "var(--token)" by the colour that the token has in a box now.
function painted(value, box) {
  if (typeof value === "string" && /^var\(--[\w-]+\)$/.test(value)) {
    box.style.color = value;
    return getComputedStyle(box).color;
  }
  if (Array.isArray(value)) return value.map((v) => painted(v, box));
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, painted(v, box)]));
  }
  return value;
}

const mounted = new WeakMap();

// toggle mounts the chart of a button's figure, or brings the drawing back. It
// throws, with the drawing untouched, when anything cannot be loaded.
export async function toggle(button) {
  if (mounted.has(button)) return mounted.get(button)();
  const { src, integrity, option } = button.dataset;
  button.disabled = true;
  try {
    const [echarts, data] = await Promise.all([
      load(src, integrity),
      fetch(option).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText)))),
    ]);
    mount(button, echarts, data);
  } finally {
    button.disabled = false;
  }
}

function mount(button, echarts, data) {
  const figure = button.closest("figure");
  const drawings = figure.querySelector(".drawings");
  const box = document.createElement("div");
  box.className = "live";
  box.tabIndex = -1;
  drawings.before(box);
  let chart;
  const draw = () => {
    const option = painted(data, box);
    if (option.height) box.style.height = option.height + "px"; // each row has its own
    delete option.height;
    for (const axis of [option.xAxis, option.yAxis].flat()) {
      if (axis?.axisLabel?.plain) axis.axisLabel.formatter = String; // years
    }
    option.animation = false;
    option.backgroundColor = "transparent";
    option.aria = { enabled: true, ...option.aria };
    option.tooltip = { trigger: "axis", ...option.tooltip, renderMode: "richText", confine: true };
    option.textStyle = { fontFamily: getComputedStyle(figure).fontFamily, color: painted("var(--ink)", box), ...option.textStyle };
    for (const zoom of [option.dataZoom ?? []].flat()) {
      zoom.zoomOnMouseWheel = false;
      zoom.moveOnMouseWheel = false;
    }
    chart?.dispose();
    chart = echarts.init(box, null, { renderer: "svg" });
    chart.setOption(option);
  };
  try {
    draw();
  } catch (error) {
    box.remove();
    throw error;
  }
  drawings.hidden = true;
  const label = button.textContent;
  button.textContent = button.dataset.back;
  const resized = new ResizeObserver(() => chart.resize());
  resized.observe(box);
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", draw);
  const back = () => {
    mounted.delete(button);
    resized.disconnect();
    scheme.removeEventListener("change", draw);
    figure.removeEventListener("keydown", escape);
    chart.dispose();
    box.remove();
    drawings.hidden = false;
    button.textContent = label;
    button.focus();
  };
  const escape = (event) => {
    if (event.key === "Escape") back();
  };
  figure.addEventListener("keydown", escape);
  mounted.set(button, back);
  box.focus();
}
