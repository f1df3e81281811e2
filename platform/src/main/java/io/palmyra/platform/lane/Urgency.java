package io.palmyra.platform.lane;

/** Whether somebody waits for what a lane is given. */
public enum Urgency {
  /** Applied and committed at once, with all that has gathered. */
  NOW,
  /**
   * Nobody waits: it may wait for a commit to share, as long as the lane's patience lasts, and does
   * not wake a lane that has nothing else to do, which looks by itself every 50 ms.
   */
  SOON
}
