//! Arabic clitic segmentation in named schemes, with surface spans and restored forms.
#![forbid(unsafe_code)]
