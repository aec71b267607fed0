// A soft sound when the time is over, on this device only and off until somebody wants it.

const storageKey = 'commonboard.sound';

export function isSoundOn(): boolean {
  try {
    return localStorage.getItem(storageKey) === 'on';
  } catch {
    // Storage can be forbidden; then it is quiet.
    return false;
  }
}

export function setSound(isOn: boolean): void {
  try {
    if (isOn) localStorage.setItem(storageKey, 'on');
    else localStorage.removeItem(storageKey);
  } catch {
    // Nothing can be kept: it stays quiet.
  }
  if (isOn) playSoftly();
}

/** Two low tones of half a second. */
export function playSoftly(): void {
  try {
    const context = new AudioContext();
    for (const [start, pitch] of [
      [0, 440],
      [0.25, 554],
    ] as const)
      tone(context, context.currentTime + start, pitch);
    setTimeout(() => void context.close(), 2_000);
  } catch {
    // A device without sound has nothing to play it on.
  }
}

function tone(context: AudioContext, at: number, pitch: number): void {
  const [oscillator, gain] = [context.createOscillator(), context.createGain()];
  oscillator.frequency.value = pitch;
  gain.gain.setValueAtTime(0.0001, at);
  gain.gain.exponentialRampToValueAtTime(0.08, at + 0.05);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + 0.5);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.55);
}
