"""What each kind of report says, part by part."""
